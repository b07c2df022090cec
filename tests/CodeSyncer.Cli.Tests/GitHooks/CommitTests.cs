namespace CodeSyncer.Cli.Tests.GitHooks;

/// <summary>Every way to commit.</summary>
public sealed class CommitTests : IDisposable
{
    private readonly Twins _twins = new Twins().Onboard();

    public void Dispose() => _twins.Dispose();

    [Fact]
    public void A_commit_leaves_the_documents_right()
    {
        _twins.Write("src/a.cs", "// @codesyncer-decision [2026-01-15] Chose sync processing\nclass A { }\n");
        _twins.Git("add", "-A");
        _twins.Git("commit", "-qm", "decide");
        Assert.Contains("Chose sync processing", _twins.Document(), StringComparison.Ordinal);
        Assert.Contains("hook pre-commit", _twins.Calls);
        _twins.AssertAlike();
    }

    [Fact]
    public void A_commit_starts_the_executable_once_and_a_commit_that_skips_pre_commit_is_still_rendered()
    {
        _twins.Write("src/a.cs", "// @codesyncer-decision [2026-01-15] Chose sync processing\nclass A { }\n");
        _twins.Git("commit", "-qam", "decide");
        Assert.DoesNotContain("hook post-commit", _twins.Calls);

        _twins.Write("src/a.cs", "// @codesyncer-decision [2026-01-16] Chose async processing\nclass A { }\n");
        _twins.Git("commit", "-qam", "decide again", "--no-verify");
        Assert.Contains("hook post-commit", _twins.Calls);
        Assert.Contains("Chose async processing", _twins.Document(), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    [Fact]
    public void Only_what_is_staged_counts_when_a_file_is_staged_in_part()
    {
        _twins.Write("src/a.cs", "class A { }\n\n\n\n\n\n\n\n\n\nclass Z { }\n");
        _twins.Git("commit", "-qam", "two places");
        _twins.Write("src/a.cs", "// @codesyncer-decision Staged one\nclass A { }\n\n\n\n\n\n\n\n\n\n// @codesyncer-decision Unstaged one\nclass Z { }\n");
        _twins.Both(repository => repository.Sandbox.Run(repository.Path, "git", ["add", "-p"], "y\nn\n").Succeeded());
        _twins.Git("commit", "-qm", "one of two");
        Assert.Contains("Staged one", _twins.Document(), StringComparison.Ordinal);
        Assert.DoesNotContain("Unstaged one", _twins.Document(), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    [Fact]
    public void What_sync_has_shown_does_not_go_away_while_it_is_in_the_work_tree()
    {
        _twins.Write("src/b.cs", "// @codesyncer-decision Not yet added\n");
        _twins.Sync();
        _twins.Write("src/a.cs", "// @codesyncer-rule Amounts in cents\n");
        _twins.Git("commit", "-q", "-m", "a rule", "src/a.cs");
        Assert.Contains("Not yet added", _twins.Document(), StringComparison.Ordinal);
        Assert.Contains("Amounts in cents", _twins.Document("RULES.md"), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    [Fact]
    public void Commit_all_reads_the_index_that_is_being_made()
    {
        _twins.Write("src/a.cs", "// @codesyncer-todo Check the rounding\n");
        _twins.Git("commit", "-qam", "todo");
        Assert.Contains("Check the rounding", _twins.Document("OPEN.md"), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    [Fact]
    public void Commit_of_a_path_shows_the_whole_index_not_only_the_path()
    {
        _twins.Write("src/a.cs", "// @codesyncer-decision Staged but not committed\n");
        _twins.Git("add", "src/a.cs");
        _twins.Write("src/b.cs", "// @codesyncer-decision Committed by path\n");
        _twins.Git("add", "src/b.cs");
        _twins.Git("commit", "-q", "-m", "one path", "src/b.cs");
        Assert.Contains("Staged but not committed", _twins.Document(), StringComparison.Ordinal);
        Assert.Contains("Committed by path", _twins.Document(), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    [Fact]
    public void Amend_is_a_commit_like_any_other()
    {
        _twins.Write("src/a.cs", "// @codesyncer-decision First wording\n");
        _twins.Git("commit", "-qam", "decide");
        _twins.Write("src/a.cs", "// @codesyncer-decision Second wording\n");
        _twins.Git("commit", "-qa", "--amend", "--no-edit");
        Assert.Contains("Second wording", _twins.Document(), StringComparison.Ordinal);
        Assert.DoesNotContain("First wording", _twins.Document(), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    [Fact]
    public void A_commit_that_skips_pre_commit_is_repaired_right_after()
    {
        _twins.Write("src/a.cs", "// @codesyncer-decision Without verification\n");
        _twins.Git("commit", "-qam", "hurry", "--no-verify");
        Assert.DoesNotContain("hook pre-commit", _twins.Calls);
        Assert.Contains("Without verification", _twins.Document(), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    [Fact]
    public void The_first_commit_of_all_works()
    {
        _twins.Git("switch", "-q", "--orphan", "fresh");
        _twins.Write("n.py", "# @codesyncer-decision A new beginning\n");
        _twins.Git("add", "-A");
        _twins.Git("commit", "-qm", "root");
        Assert.Contains("A new beginning", _twins.Document(), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    [Fact]
    public void A_commit_that_another_hook_gives_up_forgets_nothing_that_is_in_the_work_tree()
    {
        _twins.Both(repository => repository.WriteScript(".git/hooks/commit-msg", "#!/bin/sh\nexit 1\n"));
        _twins.Write("src/a.cs", "// @codesyncer-decision Given up for now\n");
        _twins.Git("commit", "-qam", "refused");
        _twins.Both(repository => File.Delete(repository.At(".git/hooks/commit-msg")));
        _twins.Write("src/b.cs", "class B { }\n");
        _twins.Git("add", "src/b.cs");
        _twins.Git("commit", "-qm", "another");
        Assert.Contains("Given up for now", _twins.Document(), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    [Fact]
    public void A_detached_head_commits_too()
    {
        _twins.Git("switch", "-q", "--detach");
        _twins.Write("src/a.cs", "// @codesyncer-decision On no branch\n");
        _twins.Git("commit", "-qam", "detached");
        Assert.Contains("On no branch", _twins.Document(), StringComparison.Ordinal);
        Assert.Contains("detached HEAD", _twins.Document("CURRENT.md"), StringComparison.Ordinal);
        _twins.AssertAlike();
    }
}
