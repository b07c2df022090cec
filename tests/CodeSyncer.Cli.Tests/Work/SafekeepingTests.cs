using System.Text.Json.Nodes;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Work;

/// <summary>What saved work survives, what it keeps out, and what it never does to the user's repository.</summary>
public sealed class SafekeepingTests : IDisposable
{
    private readonly GitSandbox _sandbox = new();
    private readonly SandboxRepository _repository;

    public SafekeepingTests()
    {
        _repository = _sandbox.Init();
        _repository.Git("config", "user.name", "kim");
        WorkTreeScene.Fill(_repository);
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Amend_a_deleted_branch_and_gc_break_no_save()
    {
        _repository.Git("switch", "-q", "-c", "feature");
        _repository.Write("a.txt", "only in the index\n");
        _repository.Git("add", "a.txt");
        _repository.Write("a.txt", "in the work tree\n");
        _repository.Write("b.txt", "committed, never pushed\n");
        _repository.Git("add", "b.txt");
        _repository.Git("commit", "-q", "-m", "unpushed", "--", "b.txt");
        var head = _repository.Git("rev-parse", "HEAD");
        var before = WorkTreeScene.Likeness(_repository);
        var id = Save();
        _repository.Git("reset", "-q", "--hard");
        _repository.Git("switch", "-q", "main");
        _repository.Git("branch", "-D", "feature");
        _repository.Git("reflog", "expire", "--expire=now", "--all");
        _repository.Git("gc", "-q", "--prune=now");
        Assert.NotEqual(0, _repository.TryGit("cat-file", "-e", head).ExitCode);
        Run("work", "restore", "--at", id, "--to", _sandbox.At("back")).Succeeded();
        Assert.Equal(before, WorkTreeScene.Likeness(new SandboxRepository(_sandbox, _sandbox.At("back"))));
    }

    [Fact]
    public void Nothing_of_it_shows_or_travels()
    {
        _repository.Write("a.txt", "edited\n");
        Save();
        var mirror = _sandbox.Init("mirror.git", "--bare");
        _repository.Git("push", "-q", "--mirror", mirror.Path);
        Assert.Equal("filled", _repository.Git("log", "--all", "--format=%s"));
        Assert.Equal("refs/heads/main", mirror.Git("for-each-ref", "--format=%(refname)"));
        Assert.Equal("", _repository.Git("stash", "list"));
        Assert.Equal(" M a.txt", _repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void A_save_of_an_unchanged_state_makes_no_commit()
    {
        _repository.Write("a.txt", "edited\n");
        var first = Save();
        Assert.Equal(first, Save());
        Assert.Single(Saves());
        _repository.Write("a.txt", "edited again\n");
        Assert.NotEqual(first, Save());
    }

    [Fact]
    public void Secrets_are_named_and_not_stored_unless_asked()
    {
        _repository.Write(".env", "PASSWORD=hunter2\n");
        var token = "ghp_" + "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0dF3hJ6";
        _repository.Write("notes.txt", $"token {token}\n");
        _repository.Write("fine.txt", "fine\n");
        var save = JsonNode.Parse(Run("work", "save", "--json").Succeeded().Output)!;
        Assert.Equal([".env", "notes.txt"], save["left_out"]!.AsArray().Select(left => left!["path"]!.GetValue<string>()));
        Assert.DoesNotContain("hunter2", AllStored(), StringComparison.Ordinal);
        Run("work", "save", "--include-secrets").Succeeded();
        Assert.Contains("hunter2", AllStored(), StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_refuses_to_overwrite_what_is_not_saved()
    {
        _repository.Write("a.txt", "saved\n");
        Save();
        _repository.Write("a.txt", "precious\n");
        var answer = Run("work", "restore");
        Assert.Equal(3, answer.ExitCode);
        Assert.Contains("'a.txt'", answer.Error, StringComparison.Ordinal);
        Assert.Equal("precious\n", _repository.Read("a.txt"));

        _repository.Git("reset", "-q", "--hard");
        _repository.Write("new.txt", "saved\n");
        Save();
        File.Delete(_repository.At("new.txt"));
        _repository.Write(".git/info/exclude", "new.txt\n");
        _repository.Write("new.txt", "ignored and precious\n");
        Assert.Equal(3, Run("work", "restore").ExitCode);
        Assert.Equal("ignored and precious\n", _repository.Read("new.txt"));
    }

    [Fact]
    public void A_branch_that_was_reset_goes_forward_again_and_no_commit_is_lost()
    {
        _repository.Write("b.txt", "b\n");
        var head = _repository.Commit("second");
        _repository.Write("a.txt", "edited\n");
        Save();
        _repository.Git("reset", "-q", "--hard", "HEAD~1");
        Run("work", "restore").Succeeded();
        Assert.Equal(head, _repository.Git("rev-parse", "HEAD"));
        Assert.Equal(" M a.txt", _repository.Git("status", "--porcelain"));

        _repository.Git("reset", "-q", "--hard", "HEAD~1");
        _repository.Write("c.txt", "c\n");
        _repository.Commit("another");
        var answer = Run("work", "restore");
        Assert.Equal(3, answer.ExitCode);
        Assert.Contains("--to DIR", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rebase_in_progress_comes_back()
    {
        _repository.Git("switch", "-q", "-c", "topic");
        _repository.Write("a.txt", "topic\n");
        _repository.Commit("topic");
        _repository.Git("switch", "-q", "main");
        _repository.Write("a.txt", "main\n");
        _repository.Commit("main");
        _repository.Git("switch", "-q", "topic");
        Assert.NotEqual(0, _repository.TryGit("rebase", "main").ExitCode);
        _repository.Write("a.txt", "half resolved\n");
        var before = WorkTreeScene.Likeness(_repository);
        var id = Save();
        _repository.Git("rebase", "--abort");
        Run("work", "restore", id).Succeeded();
        Assert.Equal(before, WorkTreeScene.Likeness(_repository));
        _repository.Git("add", "a.txt");
        _repository.Git("-c", "core.editor=true", "rebase", "--continue");
        Assert.Equal("topic", _repository.Git("branch", "--show-current"));
        Assert.Equal("half resolved", _repository.Git("show", "HEAD:a.txt"));
    }

    [Theory]
    [InlineData("--object-format=sha256")]
    [InlineData("--ref-format=files")]
    public void Other_formats_of_repositories_do(string option)
    {
        var repository = _sandbox.Init("other", option == "--ref-format=files" ? [] : [option]);
        repository.Git("config", "user.name", "kim");
        repository.Git("config", "core.splitIndex", "true");
        WorkTreeScene.Fill(repository);
        repository.Write("a.txt", "edited\n");
        repository.Write("new.txt", "new\n");
        var before = WorkTreeScene.Likeness(repository);
        _sandbox.Run(repository.Path, PublishedExecutable.Path, ["work", "save"]).Succeeded();
        WorkTreeScene.Destroy(repository);
        _sandbox.Run(repository.Path, PublishedExecutable.Path, ["work", "restore"]).Succeeded();
        Assert.Equal(before, WorkTreeScene.Likeness(repository));
    }

    [Fact]
    public void Before_the_first_commit_it_works_too()
    {
        var repository = _sandbox.Init("unborn");
        repository.Git("config", "user.name", "kim");
        repository.Write("a.txt", "a\n");
        repository.Git("add", "a.txt");
        repository.Write("b.txt", "b\n");
        _sandbox.Run(repository.Path, PublishedExecutable.Path, ["work", "save"]).Succeeded();
        repository.Git("rm", "-q", "-f", "a.txt");
        File.Delete(repository.At("b.txt"));
        _sandbox.Run(repository.Path, PublishedExecutable.Path, ["work", "restore"]).Succeeded();
        Assert.Equal("A  a.txt\n?? b.txt", repository.Git("status", "--porcelain"));
        _sandbox.Run(repository.Path, PublishedExecutable.Path, ["work", "restore", "--to", _sandbox.At("unborn-back")]).Succeeded();
        Assert.Equal("b\n", File.ReadAllText(_sandbox.At("unborn-back", "b.txt")));
    }

    [Fact]
    public void Bytes_stay_as_they_are_where_git_converts()
    {
        _repository.Git("config", "core.autocrlf", "true");
        _repository.Write("a.txt", "unix\n");
        _repository.Write("mixed.txt", "one\r\ntwo\n");
        Save();
        _repository.Git("reset", "-q", "--hard");
        _repository.Git("clean", "-qfd");
        Run("work", "restore").Succeeded();
        Assert.Equal("unix\n", _repository.Read("a.txt"));
        Assert.Equal("one\r\ntwo\n", _repository.Read("mixed.txt"));
    }

    [Fact]
    public void What_is_older_and_more_than_is_kept_goes_and_the_rest_stays_whole()
    {
        _repository.Write(".codesyncer/config.yml", "work:\n  keep_saves: 3\n");
        for (var i = 0; i < 8; i++)
        {
            _repository.Write("a.txt", $"version {i}\n");
            Save();
        }

        Assert.Equal(8, Saves().Count);
        // Whatever clears lets go what is too old as well.
        Run("work", "clear", "--branch", "none").Succeeded();
        Run("work", "save", "--agent", "other").Succeeded();
        Run("work", "clear", "--agent", "other").Succeeded();
        var left = Saves();
        Assert.Equal(3, left.Count);
        _repository.Git("checkout", "-q", "--", "a.txt");
        Run("work", "restore", "--at", left[2]!["id"]!.GetValue<string>()).Succeeded();
        Assert.Equal("version 5\n", _repository.Read("a.txt"));
    }

    private string Save() => JsonNode.Parse(Run("work", "save", "--json").Succeeded().Output)!["id"]!.GetValue<string>();

    private JsonArray Saves() => JsonNode.Parse(Run("work", "list", "--json").Succeeded().Output)!.AsArray();

    private string AllStored() => _sandbox.Run(_repository.At(".git/codesyncer/work.git"), "git", ["cat-file", "--batch-all-objects", "--batch"]).Output;

    private ProcessAnswer Run(params string[] arguments) => _sandbox.Run(_repository.Path, PublishedExecutable.Path, arguments);
}
