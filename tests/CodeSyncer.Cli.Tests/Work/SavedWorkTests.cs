using CodeSyncer.Testing;
using CsCheck;

namespace CodeSyncer.Cli.Tests.Work;

/// <summary>Whatever a work tree looks like: saved, destroyed and restored it is the same again.</summary>
public sealed class SavedWorkTests
{
    private static readonly int Samples = int.TryParse(Environment.GetEnvironmentVariable("CODESYNCER_SCENES"), out var number) ? number : 25;

    [UnixFact]
    public void Any_work_tree_comes_back() => WorkTreeScene.Deeds.Sample(deeds =>
    {
        using var sandbox = new GitSandbox();
        var repository = New(sandbox);
        WorkTreeScene.Do(repository, deeds);
        ComesBack(repository);
    }, iter: Samples, threads: 1);

    [UnixFact]
    public void A_conflict_in_progress_comes_back_with_any_edits_around_it() => WorkTreeScene.Deeds.Sample(deeds =>
    {
        using var sandbox = new GitSandbox();
        var repository = New(sandbox);
        WorkTreeScene.Conflict(repository);
        WorkTreeScene.Do(repository, deeds);
        ComesBack(repository);
    }, iter: Samples / 2, threads: 1);

    [UnixFact]
    public void It_comes_back_in_a_new_work_tree_too() => WorkTreeScene.Deeds.Sample(deeds =>
    {
        using var sandbox = new GitSandbox();
        var repository = New(sandbox);
        WorkTreeScene.Do(repository, deeds);
        var before = WorkTreeScene.Likeness(repository);
        Run(repository, "work", "save").Succeeded();
        Run(repository, "work", "restore", "--to", sandbox.At("other")).Succeeded();
        Assert.Equal(before, WorkTreeScene.Likeness(new SandboxRepository(sandbox, sandbox.At("other"))));
        Assert.Equal(before, WorkTreeScene.Likeness(repository));
    }, iter: Samples / 2, threads: 1);

    [Fact]
    public void While_git_holds_the_index_nothing_is_restored_and_nothing_changed()
    {
        using var sandbox = new GitSandbox();
        var repository = New(sandbox);
        var tracked = repository.Git("ls-files").Split('\n')[0];
        File.Delete(repository.At(tracked));
        Run(repository, "work", "save").Succeeded();
        WorkTreeScene.Destroy(repository);
        repository.Write(".git/index.lock", "");
        var refused = Run(repository, "work", "restore");
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("index.lock", refused.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(repository.At(tracked)));
        File.Delete(repository.At(".git/index.lock"));
        Run(repository, "work", "restore").Succeeded();
        Assert.False(File.Exists(repository.At(tracked)));
    }

    [Fact]
    public void A_submodule_stands_where_it_stood_and_its_own_changes_are_named()
    {
        using var sandbox = new GitSandbox();
        var inner = sandbox.Init("inner");
        inner.Write("a.txt", "one\n");
        inner.Commit("one");
        var repository = New(sandbox);
        repository.Git("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.Path, "mod");
        repository.Commit("with a submodule");
        var module = new SandboxRepository(sandbox, repository.At("mod"));
        module.Write("a.txt", "two\n");
        module.Commit("two");
        var at = module.Git("rev-parse", "HEAD").Trim();
        Run(repository, "work", "save").Succeeded();
        repository.Git("submodule", "update", "-q", "--force", "mod");
        Assert.NotEqual(at, module.Git("rev-parse", "HEAD").Trim());
        Run(repository, "work", "restore").Succeeded();
        Assert.Equal(at, module.Git("rev-parse", "HEAD").Trim());
        module.Write("a.txt", "three\n");
        Assert.Contains("mod/ is a submodule with changes of its own", Run(repository, "work", "save").Output, StringComparison.Ordinal);
        repository.Git("submodule", "update", "-q", "--force", "mod");
        module.Write("a.txt", "four\n");
        Assert.Contains("the submodule mod was at", Run(repository, "work", "restore").Output, StringComparison.Ordinal);
        Assert.Equal("four\n", File.ReadAllText(module.At("a.txt")));
    }

    [Fact]
    public void What_a_dropped_stash_or_a_merge_given_up_has_written_too_is_kept()
    {
        using var sandbox = new GitSandbox();
        var repository = New(sandbox);
        repository.Write("dir/sub/c.cs", "stashed\n");
        repository.Write("dir/sub/large.bin", new string('x', 3 << 20));
        repository.Git("add", "-A");
        repository.Git("stash", "-q");
        repository.Git("stash", "apply", "-q");
        repository.Git("reset", "-q");
        Run(repository, "work", "save").Succeeded();
        repository.Git("stash", "drop", "-q");
        ComesBack(repository);
        WorkTreeScene.Destroy(repository);
        WorkTreeScene.Conflict(repository);
        ComesBack(repository);
    }

    private static void ComesBack(SandboxRepository repository)
    {
        var before = WorkTreeScene.Likeness(repository);
        var ours = File.ReadAllBytes(repository.At(".git/index"));
        Run(repository, "work", "save").Succeeded();
        Assert.Equal(ours, File.ReadAllBytes(repository.At(".git/index")));
        Assert.Equal(before, WorkTreeScene.Likeness(repository));
        WorkTreeScene.Destroy(repository);
        repository.Git("reflog", "expire", "--expire=now", "--all");
        repository.Git("gc", "-q", "--prune=now");
        Run(repository, "work", "restore").Succeeded();
        Assert.Equal(before, WorkTreeScene.Likeness(repository));
        repository.Git("fsck", "--no-dangling");
    }

    private static SandboxRepository New(GitSandbox sandbox)
    {
        var repository = sandbox.Init();
        repository.Git("config", "user.name", "kim");
        WorkTreeScene.Fill(repository);
        return repository;
    }

    private static ProcessAnswer Run(SandboxRepository repository, params string[] arguments) =>
        repository.Sandbox.Run(repository.Path, PublishedExecutable.Path, arguments);
}
