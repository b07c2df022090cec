using System.Text.Json.Nodes;
using CodeSyncer.Cli.Tests.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Records;

/// <summary>What --as-of and --history say where branches met.</summary>
public sealed class PastTests : IDisposable
{
    private readonly User _user = new();

    public void Dispose() => _user.Dispose();

    [Fact]
    public void A_day_means_what_the_branch_itself_held_then()
    {
        var repository = _user.Repository();
        CommitAt(repository, "2026-03-01", "main.cs", "// @codesyncer-decision On main\n");
        repository.Git("checkout", "-q", "-b", "side");
        CommitAt(repository, "2026-03-05", "side.cs", "// @codesyncer-decision On the side\n");
        repository.Git("checkout", "-q", "main");
        CommitAt(repository, "2026-03-09", "more.cs", "// @codesyncer-decision More on main\n");
        _user.Sandbox.Environment["GIT_COMMITTER_DATE"] = "2026-03-10T12:00:00Z";
        repository.Git("merge", "-q", "--no-ff", "--no-edit", "side");

        Assert.DoesNotContain("On the side", _user.Run(repository, "decisions", "--as-of", "2026-03-07").Succeeded().Output);
        Assert.Contains("On main", _user.Run(repository, "decisions", "--as-of", "2026-03-07").Succeeded().Output);
        Assert.Contains("On the side", _user.Run(repository, "decisions", "--as-of", "2026-03-10").Succeeded().Output);
    }

    [Fact]
    public void Only_a_shallow_clone_is_advised_to_fetch_more()
    {
        var repository = _user.Repository();
        Assert.DoesNotContain("unshallow", _user.Run(repository, "tags", "--as-of", "1999-01-01").Error);
        var clone = _user.Sandbox.Clone("file://" + repository.Path, "shallow", "--depth", "1");
        Assert.Contains("unshallow", _user.Run(clone, "tags", "--as-of", "1999-01-01").Error);
        Assert.Contains("has no commit yet", _user.Run(_user.Sandbox.Init("empty"), "tags", "--as-of", "2026-01-01").Error);
    }

    [Fact]
    public void The_last_event_agrees_with_the_files_though_a_merge_left_a_branch_aside()
    {
        var repository = _user.Repository();
        repository.Git("checkout", "-q", "-b", "side");
        repository.Write("src/a.cs", "// @codesyncer-decision [2026-01-15] Chose async processing\nclass A { }\n");
        repository.Write("new.cs", "// @codesyncer-decision A thing of its own\n");
        repository.Commit("reword");
        repository.Git("checkout", "-q", "main");
        repository.Write("other.txt", "other\n");
        repository.Commit("other");
        repository.Git("merge", "-q", "-s", "ours", "--no-edit", "side");
        var merge = repository.Git("rev-parse", "HEAD");
        repository.Write("more.txt", "more\n");
        repository.Commit("more");

        var lives = JsonNode.Parse(_user.Run(repository, "decisions", "--history", "--json").Succeeded().Output)!.AsArray();

        var kept = Assert.Single(lives, life => life!["alive"]!.GetValue<bool>())!;
        Assert.Equal("Chose sync processing", kept["text"]!.GetValue<string>());
        Assert.Equal(["introduced", "reworded", "kept"], Events(kept));
        var last = kept["history"]![2]!;
        Assert.Equal((merge, "Chose sync processing", "Chose async processing"), (last["commit"]!.GetValue<string>(), last["text"]!.GetValue<string>(), last["before"]!.GetValue<string>()));
        var gone = Assert.Single(lives, life => !life!["alive"]!.GetValue<bool>())!;
        Assert.Equal(["introduced", "dropped"], Events(gone));
        Assert.Equal(merge, gone["history"]![1]!["commit"]!.GetValue<string>());
        Assert.Contains("kept", _user.Run(repository, "decisions", "--history").Succeeded().Output);
    }

    [Fact]
    public void A_tag_that_a_branch_dropped_in_vain_is_kept()
    {
        var repository = _user.Repository();
        repository.Git("checkout", "-q", "-b", "side");
        repository.Git("rm", "-q", "src/a.cs");
        repository.Commit("drop");
        repository.Git("checkout", "-q", "main");
        repository.Write("other.txt", "other\n");
        repository.Commit("other");
        repository.Git("merge", "-q", "-s", "ours", "--no-edit", "side");

        var life = JsonNode.Parse(_user.Run(repository, "decisions", "--history", "--json").Succeeded().Output)![0]!;

        Assert.Equal(["introduced", "dropped", "kept"], Events(life));
        Assert.Contains("another branch had dropped it", _user.Run(repository, "decisions", "--history").Succeeded().Output);
    }

    [Theory]
    [InlineData("tags", "nowhere")]
    [InlineData("tags", "nowhere", "--history")]
    [InlineData("tags", "nowhere", "--rev", "HEAD")]
    [InlineData("tags", "--limit", "-1")]
    [InlineData("why", "src", "--limit", "-1")]
    [InlineData("find", "x", "--limit", "-1")]
    [InlineData("endpoints", "--limit", "-1")]
    public void What_cannot_be_meant_is_bad_usage(params string[] arguments)
    {
        var answer = _user.Run(_user.Repository(), arguments);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.NotEqual("", answer.Error);
    }

    [Fact]
    public void A_path_of_the_past_or_of_the_index_may_be_asked_about()
    {
        var repository = _user.Repository();
        File.Delete(repository.At("src/a.cs"));
        Assert.Equal("", _user.Run(repository, "tags", "src/a.cs").Succeeded().Output);
        Assert.Contains("sync", _user.Run(repository, "tags", "src/a.cs", "--staged").Succeeded().Output);
        repository.Git("add", "-A");
        repository.Git("commit", "-q", "-m", "gone");
        Assert.Equal(2, _user.Run(repository, "tags", "src/a.cs").ExitCode);
        Assert.Contains("sync", _user.Run(repository, "tags", "src/a.cs", "--as-of", "HEAD~1").Succeeded().Output);
        Assert.Contains("dropped", _user.Run(repository, "tags", "src/a.cs", "--history").Succeeded().Output);
    }

    [Fact]
    public void A_kind_that_nothing_is_of_is_said_with_the_nearest_one()
    {
        var repository = _user.Repository();
        repository.Write("own.cs", "// @codesyncer-lore Of our own\n");
        Assert.Contains("did you mean 'decision'?", _user.Run(repository, "tags", "--kind", "decison").Succeeded().Error);
        Assert.Contains("no tag here is of the kind 'nosuch': known kinds are", _user.Run(repository, "tags", "--kind", "nosuch").Succeeded().Error);
        Assert.Equal("", _user.Run(repository, "tags", "--kind", "lore", "--kind", "rule").Succeeded().Error);
    }

    private static IEnumerable<string> Events(JsonNode life) => life["history"]!.AsArray().Select(one => one!["event"]!.GetValue<string>());

    private static void CommitAt(SandboxRepository repository, string day, string path, string text)
    {
        repository.Sandbox.Environment["GIT_COMMITTER_DATE"] = day + "T12:00:00Z";
        repository.Write(path, text);
        repository.Git("add", "-A");
        repository.Git("commit", "-q", "-m", path);
    }
}
