using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Ledger;

/// <summary>Ledgers, ids and repositories that are not as they should be.</summary>
public sealed class BadLedgerTests : IDisposable
{
    private readonly LedgerBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b")]
    [InlineData("a..b")]
    [InlineData("x.lock")]
    [InlineData("-x")]
    [InlineData("a\u001b[31mb")]
    [InlineData("")]
    public void An_id_that_is_none_is_refused_in_one_line(string id)
    {
        var answer = _bench.Run("bead", "create", "T", $"--id={id}");
        Assert.Equal(2, answer.ExitCode);
        Assert.Single(answer.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain('\u001b', answer.Error);
        Assert.False(Directory.Exists(Path.Combine(_bench.Ledger, "refs", "heads", "main")));
    }

    [Fact]
    public void Very_long_and_very_odd_texts_are_refused_or_kept_whole()
    {
        Assert.Equal(2, _bench.Run("bead", "create", new string('x', 10_000)).ExitCode);
        Assert.Equal(2, _bench.Run("bead", "create", "T", "--id", new string('x', 10_000)).ExitCode);
        Assert.Equal(2, _bench.Run("bead", "show", new string('x', 10_000)).ExitCode);
        _bench.Create("odd", "-d", "\u001b[2Jline\n결정 \"quoted\" \\ back");
        Assert.Equal("\u001b[2Jline\n결정 \"quoted\" \\ back", _bench.Json("bead", "show", "odd").GetProperty("description").GetString());
        Assert.DoesNotContain('\u001b', _bench.Run("bead", "show", "odd").Succeeded().Output);
        Assert.Equal(2, _bench.RunAs("a\nb", null, _bench.Repository.Path, "bead", "create", "T").ExitCode);
    }

    [Fact]
    public void An_item_that_is_not_json_is_said_and_everything_else_goes_on()
    {
        _bench.Create("good");
        _bench.Create("bad");
        var git = (string[] arguments, string? input) => _bench.Sandbox.Run(_bench.Ledger, "git", arguments, input).Succeeded().Output.Trim();
        var blob = git(["hash-object", "-w", "--stdin"], "not json");
        var path = git(["ls-tree", "-r", "--name-only", "main"], null).Split('\n').Single(line => line.EndsWith("/bad.json", StringComparison.Ordinal));
        File.Delete(Path.Combine(_bench.Ledger, "index"));
        git(["read-tree", "main"], null);
        git(["update-index", "--add", "--cacheinfo", $"100644,{blob},{path}"], null);
        var tree = git(["write-tree"], null);
        git(["update-ref", "refs/heads/main", git(["commit-tree", tree, "-p", "main", "-m", "x"], null)], null);

        var list = _bench.Run("bead", "list").Succeeded();
        Assert.Contains("good", list.Output, StringComparison.Ordinal);
        Assert.Contains(path, list.Error, StringComparison.Ordinal);
        Assert.Equal(1, _bench.Run("ledger", "verify").ExitCode);
        _bench.Create("after");
        Assert.Equal(2, _bench.Run("bead", "close", "bad").ExitCode);
    }

    [Fact]
    public void A_branch_of_code_and_a_ledger_without_its_objects_are_never_written_to()
    {
        _bench.Create("one");
        var tip = _bench.Sandbox.Run(_bench.Ledger, "git", ["rev-parse", "main"]).Output.Trim();
        var empty = _bench.Sandbox.Run(_bench.Ledger, "git", ["hash-object", "-t", "tree", "-w", "--stdin"], "").Output.Trim();
        var commit = _bench.Sandbox.Run(_bench.Ledger, "git", ["commit-tree", empty, "-m", "code"]).Output.Trim();
        _bench.Sandbox.Run(_bench.Ledger, "git", ["update-ref", "refs/heads/main", commit]).Succeeded();
        Assert.Equal(5, _bench.Run("bead", "create", "T").ExitCode);
        Assert.Equal(5, _bench.Run("bead", "list").ExitCode);
        _bench.Sandbox.Run(_bench.Ledger, "git", ["update-ref", "refs/heads/main", tip]).Succeeded();
        Assert.Equal(["one"], _bench.Ids("bead", "list"));

        foreach (var folder in Directory.GetDirectories(Path.Combine(_bench.Ledger, "objects")).Where(folder => Path.GetFileName(folder).Length == 2))
            Directory.Delete(folder, recursive: true);
        File.Delete(_bench.IndexFile);
        var answer = _bench.Run("bead", "list");
        Assert.Equal(5, answer.ExitCode);
        Assert.Contains("damaged", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--object-format=sha256")]
    [InlineData("--bare")]
    public void Any_kind_of_repository_has_a_ledger(string option)
    {
        using var bench = new LedgerBench(option);
        Assert.Equal(0, bench.Run("bead", "create", "T", "--id", "t-1").ExitCode);
        Assert.Equal(["t-1"], bench.Ids("bead", "list"));
    }

    [Fact]
    public void All_work_trees_share_one_ledger_and_are_told_apart()
    {
        _bench.Create("shared");
        _bench.Repository.Write("a.txt", "a\n");
        _bench.Repository.Commit("first");
        _bench.Repository.Git("worktree", "add", "-q", _bench.Sandbox.At("feature"));
        Assert.Equal(0, _bench.RunAs(null, "s1", _bench.Repository.Path, "bead", "claim", "shared").ExitCode);
        var refused = _bench.RunAs("kim", "s1", _bench.Sandbox.At("feature"), "bead", "claim", "shared");
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("held by 'kim' in work tree", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, _bench.RunAs(null, "s1", _bench.Repository.Path, "bead", "claim", "shared").ExitCode);
        Assert.Equal(3, _bench.RunAs(null, "s2", _bench.Repository.Path, "bead", "claim", "shared").ExitCode);
    }

    [Fact]
    public void A_repository_that_cannot_be_written_says_so_and_packed_ledgers_read_on()
    {
        _bench.Create("one");
        _bench.Run("ledger", "optimize").Succeeded();
        Assert.Equal(["one"], _bench.Ids("bead", "list"));
        _bench.Create("two");
        File.Delete(_bench.IndexFile);
        Assert.Equal(["one", "two"], _bench.Ids("bead", "list").Order());
        _bench.AssertSound();
    }
}
