using System.Diagnostics;

namespace CodeSyncer.Testing;

/// <summary>husky and lefthook as npm has them, installed once for a test run.</summary>
public sealed class NodeTools : IDisposable
{
    private const string Husky = "husky@9.1.7";
    private const string Lefthook = "lefthook@2.2.2";

    private readonly string _folder = Directory.CreateTempSubdirectory("codesyncer-npm-").FullName;

    public NodeTools()
    {
        if (Tools.Find("npm") is not { } npm)
            return;
        File.WriteAllText(Path.Combine(_folder, "package.json"), "{}");
        var start = new ProcessStartInfo(npm, ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", Husky, Lefthook])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException("npm could not install husky and lefthook: " + error.Result);
    }

    /// <summary>Gives a repository its <c>node_modules</c>, ignored as everywhere.</summary>
    public void AddTo(SandboxRepository repository)
    {
        repository.Write(".gitignore", "node_modules\n");
        Directory.CreateSymbolicLink(repository.At("node_modules"), Path.Combine(_folder, "node_modules"));
    }

    /// <summary>Runs a tool of <c>node_modules</c>, which must succeed.</summary>
    public static void Run(SandboxRepository repository, string tool, params string[] arguments) =>
        repository.Sandbox.Run(repository.Path, repository.At("node_modules/.bin/" + tool), arguments).Succeeded();

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
