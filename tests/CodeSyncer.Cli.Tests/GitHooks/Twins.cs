using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.GitHooks;

/// <summary>
/// Two repositories that are told the same things: ours is onboarded, the other has never heard of us. Whatever git is
/// asked to do, both must end alike. Around each of our hooks the bytes of the index are compared.
/// </summary>
public sealed class Twins : IDisposable
{
    private readonly GitSandbox _ourSandbox = new();
    private readonly GitSandbox _plainSandbox = new();
    private readonly UserPlaces _places;

    /// <param name="options">Options of <c>git init</c>.</param>
    public Twins(params string[] options)
    {
        Ours = _ourSandbox.Init("repo", options);
        Plain = _plainSandbox.Init("repo", options);
        _places = new UserPlaces(_ourSandbox.At("user", "codesyncer"));
        Both(repository => repository.Write("src/a.cs", "class A { }\n"));
        Both(repository => repository.Commit("first"));
    }

    public SandboxRepository Ours { get; }

    public SandboxRepository Plain { get; }

    /// <summary>The calls of our executable: <c>hook pre-commit</c>...</summary>
    public string[] Calls => File.Exists(Log) ? File.ReadAllLines(Log) : [];

    private string Log => _ourSandbox.At("calls.log");

    private string Violations => _ourSandbox.At("violations.log");

    /// <summary>Onboards ours, with a wrapper around the executable that compares the index before and after.</summary>
    public Twins Onboard()
    {
        var source = new ExecutableSource(PublishedExecutable.Path, ExecutableSource.OwnVersion, ExecutableSource.NativeAot);
        new Init(GitRepository.Discover(Ours.Path), _places, new InitOptions { Mode = InitMode.Private }, source).Plan().Apply();
        Sync();
        if (OperatingSystem.IsWindows())
            return this;
        File.Move(_places.Executable, _places.Executable + "-real");
        File.WriteAllText(_places.Executable, $"""
            #!/bin/sh
            # This one runs behind git's back: what the index holds meanwhile is git's affair.
            [ "$2" != save-work ] || exec "$0-real" "$@"
            index=$GIT_INDEX_FILE
            [ -n "$index" ] || index=$(CODESYNCER=0 git rev-parse --git-path index)
            before=$(cksum <"$index" 2>/dev/null)
            echo "$*" >>'{Log}'
            "$0-real" "$@"
            code=$?
            [ "$before" = "$(cksum <"$index" 2>/dev/null)" ] || echo "$* changed $index" >>'{Violations}'
            exit $code
            """ + "\n");
        File.SetUnixFileMode(_places.Executable, (UnixFileMode)0b111_101_101);
        return this;
    }

    public void Both(Action<SandboxRepository> act)
    {
        act(Ours);
        act(Plain);
    }

    /// <summary>The same git command in both; whether it succeeds must not depend on us.</summary>
    public ProcessAnswer Git(params string[] arguments)
    {
        var ours = Ours.TryGit(arguments);
        Assert.Equal(Plain.TryGit(arguments).ExitCode, ours.ExitCode);
        return ours;
    }

    public void Write(string path, string text) => Both(repository => repository.Write(path, text));

    /// <summary>Runs our executable from elsewhere, so that the clocks of the twins stay together.</summary>
    public ProcessAnswer Run(params string[] arguments) =>
        _ourSandbox.Run(_ourSandbox.Root, PublishedExecutable.Path, ["-C", Ours.Path, .. arguments]);

    public void Sync() => Run("sync").Succeeded();

    /// <summary>A document of ours; empty where there is none.</summary>
    public string Document(string name = "DECISIONS.md") =>
        Ours.Has(".codesyncer/" + name) ? Ours.Read(".codesyncer/" + name) : "";

    /// <summary>Waits for a process of ours that renders after git has ended.</summary>
    public void WaitUntil(Func<bool> done)
    {
        for (var left = 400; left > 0 && !done(); left--)
            Thread.Sleep(25);
        Assert.True(done(), "the documents did not come right in time");
    }

    /// <summary>Commits, refs, index, stash, work tree: all as in the twin; the index untouched by our hooks; documents right.</summary>
    public void AssertAlike(bool current = true)
    {
        Assert.Equal(Describe(Plain), Describe(Ours));
        Assert.False(File.Exists(Violations), File.Exists(Violations) ? File.ReadAllText(Violations) : "");
        if (current)
            Assert.Equal("", Run("sync", "--check") is { ExitCode: not 0 } stale ? stale.Output + stale.Error : "");
    }

    public void Dispose()
    {
        _ourSandbox.Dispose();
        _plainSandbox.Dispose();
    }

    private static string Describe(SandboxRepository repository)
    {
        string Ask(params string[] arguments) => $"$ git {string.Join(' ', arguments)}\n{repository.TryGit(arguments).Output.Replace(repository.Sandbox.Root, "", StringComparison.Ordinal)}\n";
        return Ask("for-each-ref") + Ask("symbolic-ref", "-q", "HEAD") + Ask("rev-parse", "HEAD")
            + Ask("ls-files", "--stage") + Ask("ls-files", "-v") + Ask("ls-files", "-f") + Ask("status", "--porcelain=v2", "--ignored=no", "--untracked-files=all")
            + Ask("stash", "list") + Ask("log", "--all", "--format=%H %s") + Ask("config", "--local", "--list")
            + string.Join('\n', FileTree.Of(repository.Path, ".git", ".codesyncer").Select(file => $"{file.Key} {file.Value}"));
    }
}
