using CsCheck;
using CodeSyncer.Testing;

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
