namespace CodeSyncer.Cli.Tests.GitHooks;

/// <summary>Operations that move between commits, or make many of them.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly Twins _twins = new Twins().Onboard();

    public void Dispose() => _twins.Dispose();

    [Fact]
    public void A_switch_shows_the_branch_entered()
    {
        Branch("feature", "src/f.cs", "Only on the feature");
        _twins.Git("switch", "-q", "main");
        Assert.DoesNotContain("Only on the feature", _twins.Document(), StringComparison.Ordinal);
        _twins.Git("switch", "-q", "feature");
        Assert.Contains("Only on the feature", _twins.Document(), StringComparison.Ordinal);
        Assert.Contains("On `feature`. Changes are counted from main", _twins.Document("CURRENT.md"), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    [Fact]
    public void Merges_fast_forward_squashed_and_true_are_followed()
    {
        Branch("one", "src/one.cs", "One");
        Branch("two", "src/two.cs", "Two");
        Branch("three", "src/three.cs", "Three");
        _twins.Git("switch", "-q", "main");
        _twins.Git("merge", "-q", "one");
        Assert.Contains("One", _twins.Document(), StringComparison.Ordinal);
        _twins.AssertAlike();
        _twins.Git("merge", "-q", "--no-edit", "two");
        Assert.Contains("Two", _twins.Document(), StringComparison.Ordinal);
        _twins.AssertAlike();
        _twins.Git("merge", "-q", "--squash", "three");
        Assert.Contains("Three", _twins.Document(), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    [Fact]
    public void A_merge_with_a_conflict_is_followed_when_it_is_concluded()
    {
        Branch("left", "src/a.cs", "Left");
        _twins.Git("switch", "-q", "main");
        _twins.Write("src/a.cs", "// @codesyncer-decision Right\nclass A { }\n");
        _twins.Git("commit", "-qam", "right");
        Assert.NotEqual(0, _twins.Git("merge", "-q", "left").ExitCode);
        _twins.Write("src/a.cs", "// @codesyncer-decision Both\nclass A { }\n");
        _twins.Git("add", "-A");
        _twins.Git("commit", "-q", "--no-edit");
        Assert.Contains("Both", _twins.Document(), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    [Fact]
    public void A_rebase_with_a_stop_ends_right_and_renders_nothing_on_its_way()
    {
        Branch("feature", "src/a.cs", "Feature");
        _twins.Write("src/b.cs", "// @codesyncer-decision Second commit\n");
        _twins.Both(repository => repository.Commit("second"));
        _twins.Git("switch", "-q", "main");
        _twins.Write("src/a.cs", "// @codesyncer-decision Main\nclass A { }\n");
        _twins.Git("commit", "-qam", "main");
        _twins.Git("switch", "-q", "feature");
        var before = _twins.Document();
        Assert.NotEqual(0, _twins.Git("rebase", "-q", "main").ExitCode);
        Assert.Equal(before, _twins.Document());
        _twins.Write("src/a.cs", "// @codesyncer-decision Resolved\nclass A { }\n");
        _twins.Git("add", "-A");
        _twins.Git("-c", "core.editor=true", "rebase", "--continue");
        Assert.Contains("Resolved", _twins.Document(), StringComparison.Ordinal);
        Assert.Contains("Second commit", _twins.Document(), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    [Fact]
    public void A_rebase_that_is_given_up_comes_right_by_itself()
    {
        Branch("feature", "src/a.cs", "Feature");
        _twins.Git("switch", "-q", "main");
        _twins.Write("src/a.cs", "// @codesyncer-decision Main\nclass A { }\n");
        _twins.Git("commit", "-qam", "main");
        _twins.Git("switch", "-q", "feature");
        _twins.Git("rebase", "-q", "main");
        _twins.Git("rebase", "--abort");
        _twins.WaitUntil(() => _twins.Document().Contains("Feature", StringComparison.Ordinal) && _twins.Run("sync", "--check").ExitCode == 0);
        _twins.AssertAlike();
    }

    [Fact]
    public void A_rebase_that_drops_all_comes_right_by_itself()
    {
        Branch("feature", "src/f.cs", "Feature");
        _twins.Both(repository =>
        {
            repository.Sandbox.Environment["GIT_SEQUENCE_EDITOR"] = "sed -i.bak 's/^pick/drop/'";
            repository.TryGit("rebase", "-q", "-i", "main");
            repository.Sandbox.Environment.Remove("GIT_SEQUENCE_EDITOR");
        });
        _twins.WaitUntil(() => !_twins.Document().Contains("Feature", StringComparison.Ordinal) && _twins.Run("sync", "--check").ExitCode == 0);
        _twins.AssertAlike();
    }

    [Fact]
    public void Cherry_pick_one_and_several()
    {
        Branch("feature", "src/one.cs", "One");
        _twins.Write("src/two.cs", "// @codesyncer-decision Two\n");
        _twins.Both(repository => repository.Commit("two"));
        _twins.Git("switch", "-q", "main");
        _twins.Git("cherry-pick", "feature~1");
        _twins.WaitUntil(() => _twins.Document().Contains("One", StringComparison.Ordinal));
        _twins.AssertAlike();
        _twins.Git("reset", "-q", "--hard", "HEAD~1");
        _twins.Git("cherry-pick", "main..feature");
        _twins.WaitUntil(() => _twins.Document().Contains("Two", StringComparison.Ordinal) && _twins.Run("sync", "--check").ExitCode == 0);
        _twins.AssertAlike();
    }

    [Fact]
    public void Revert_takes_a_decision_back()
    {
        Branch("feature", "src/one.cs", "One");
        _twins.Git("revert", "--no-edit", "HEAD");
        _twins.WaitUntil(() => !_twins.Document().Contains("One", StringComparison.Ordinal));
        _twins.AssertAlike();
    }

    [Fact]
    public void Bisect_renders_nothing_until_it_is_reset()
    {
        for (var i = 0; i < 4; i++)
        {
            _twins.Write($"src/{i}.cs", $"// @codesyncer-decision Number {i}\n");
            _twins.Both(repository => repository.Commit($"number {i}"));
        }

        var before = _twins.Document();
        _twins.Git("bisect", "start", "HEAD", "HEAD~4");
        Assert.Equal(before, _twins.Document());
        _twins.Git("bisect", "good");
        Assert.Equal(before, _twins.Document());
        _twins.Git("bisect", "reset");
        _twins.WaitUntil(() => _twins.Run("sync", "--check").ExitCode == 0);
        _twins.AssertAlike();
    }

    [Fact]
    public void Stash_and_pop_are_never_in_the_way()
    {
        _twins.Write("src/a.cs", "// @codesyncer-decision Stashed\n");
        _twins.Sync();
        _twins.Git("stash");
        _twins.Write("src/b.cs", "// @codesyncer-decision Meanwhile\n");
        _twins.Both(repository => repository.Commit("meanwhile"));
        Assert.DoesNotContain("Stashed", _twins.Document(), StringComparison.Ordinal);
        _twins.Git("stash", "pop");
        _twins.Sync();
        Assert.Contains("Stashed", _twins.Document(), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    [Fact]
    public void Patches_applied_from_mail_are_followed()
    {
        Branch("feature", "src/one.cs", "From a mail");
        _twins.Git("format-patch", "-q", "-1", "-o", "../patches");
        _twins.Git("switch", "-q", "main");
        _twins.Both(repository => repository.Git("am", "-q", Directory.GetFiles(repository.At("../patches"))[0]));
        _twins.WaitUntil(() => _twins.Document().Contains("From a mail", StringComparison.Ordinal) && _twins.Run("sync", "--check").ExitCode == 0);
        _twins.AssertAlike();
    }

    [Fact]
    public void A_pull_is_followed()
    {
        _twins.Both(repository =>
        {
            var upstream = repository.Sandbox.Clone(repository.Path, "upstream");
            upstream.Write("src/u.cs", "// @codesyncer-decision From upstream\n");
            upstream.Commit("upstream");
            repository.Git("pull", "-q", "../upstream", "main");
        });
        Assert.Contains("From upstream", _twins.Document(), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    private void Branch(string name, string path, string decision)
    {
        _twins.Git("switch", "-q", "-c", name, "main");
        _twins.Write(path, $"// @codesyncer-decision {decision}\nclass {name} {{ }}\n");
        _twins.Both(repository => repository.Commit(name));
    }
}
