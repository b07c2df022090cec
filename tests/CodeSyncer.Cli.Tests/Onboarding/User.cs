using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Onboarding;

/// <summary>A user with a downloaded executable, an empty HOME and a git configuration of its own.</summary>
internal sealed class User : IDisposable
{
    public User()
    {
        Sandbox = new GitSandbox();
        Downloaded = Sandbox.At("download", Path.GetFileName(PublishedExecutable.Path));
        Directory.CreateDirectory(Path.GetDirectoryName(Downloaded)!);
        File.Copy(PublishedExecutable.Path, Downloaded);
    }

    /// <summary>One who has the whole download, the database library among it: what asks a ledger or searches needs that.</summary>
    public static User WithLibrary()
    {
        var user = new User();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(PublishedExecutable.Path)!).Where(file => file != PublishedExecutable.Path && Path.GetExtension(file) is not ".dbg" and not ".pdb"))
            File.Copy(file, Path.Combine(Path.GetDirectoryName(user.Downloaded)!, Path.GetFileName(file)), overwrite: true);
        return user;
    }

    public GitSandbox Sandbox { get; }

    public string Downloaded { get; }

    /// <summary>Where it stands once init has installed it; of the systems' places the one that there is.</summary>
    public string Installed => new[] { ".local/share/codesyncer/bin/codesyncer", "Library/Application Support/codesyncer/bin/codesyncer", "AppData/Local/CodeSyncer/bin/codesyncer.exe" }
        .Select(place => Path.Combine(Sandbox.Home, place)).FirstOrDefault(File.Exists) ?? "";

    public SandboxRepository Repository(string name = "repo")
    {
        var repository = Sandbox.Init(name);
        repository.Write("src/a.cs", "// @codesyncer-decision [2026-01-15] Chose sync processing\nclass A { }\n");
        repository.Commit("first");
        return repository;
    }

    /// <summary>Runs the executable in a repository.</summary>
    public ProcessAnswer Run(SandboxRepository repository, params string[] arguments) =>
        Sandbox.Run(repository.Path, Downloaded, arguments);

    public void Dispose() => Sandbox.Dispose();
}
