using CodeSyncer.PowerShell.Tests.Ledger;

namespace CodeSyncer.PowerShell.Tests.Work;

public sealed class WorkHookCmdletTests : LedgerBench
{
    public WorkHookCmdletTests(StagedModule module)
        : base(module)
    {
        Repository.Write("src/pay.cs", "class Pay;\n");
        Repository.Write("readme.txt", "one\n");
        Repository.Commit("start");
        Repository.Write("src/pay.cs", "class Pay { int amount; }\n");
        Repository.Write("notes/new.txt", "hello\n");
        Repository.Git("rm", "-q", "readme.txt");
    }

    [Fact]
    public void What_a_reset_and_a_clean_took_comes_back()
    {
        var saved = Run("Save-WorkHook 'half done' -Step refund").Output.Single();
        Assert.Equal("Kim Lee main half done refund asked 3", string.Join(' ', new[] { "Agent", "Branch", "Note", "Step", "Event", "Changed" }.Select(name => saved.Properties[name].Value)));
        Assert.Equal(["notes/new.txt", "readme.txt", "src/pay.cs"], (string[])saved.Properties["ChangedPaths"].Value);
        Repository.Git("reset", "-q", "--hard");
        Repository.Git("clean", "-fdq");
        var restored = Run("Restore-WorkHook").Output.Single();
        Assert.Equal(saved.Properties["Id"].Value, restored.Properties["Id"].Value);
        Assert.Equal(["notes/new.txt", "src/pay.cs"], (string[])restored.Properties["Written"].Value);
        Assert.Equal(["readme.txt"], (string[])restored.Properties["Deleted"].Value);
        Assert.Equal("class Pay { int amount; }\n", Repository.Read("src/pay.cs"));
        Assert.Equal("D  readme.txt\n M src/pay.cs\n?? notes/", Repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void Nothing_is_saved_or_restored_with_WhatIf()
    {
        Assert.Empty(Run("Save-WorkHook -WhatIf").Output);
        Assert.Empty(Run("Get-WorkHook").Output);
        Run("Save-WorkHook");
        Repository.Git("reset", "-q", "--hard");
        Assert.Empty(Run("Restore-WorkHook -WhatIf").Output);
        Assert.Equal("class Pay;\n", Repository.Read("src/pay.cs"));
        Assert.Empty(Run("Restore-WorkHook -Destination ../other -WhatIf").Output);
        Assert.False(Path.Exists(Sandbox.At("other")));
    }

    [Fact]
    public void A_save_of_what_has_not_changed_gives_the_one_before()
    {
        var first = Run("Save-WorkHook 'half done'").Each("Id").Single();
        Assert.Equal([first], Run("Save-WorkHook").Each("Id"));
        Assert.Equal([first], Run("Get-WorkHook").Each("Id"));
        Assert.Equal("half done", Run("Get-WorkHook").Each("Note").Single());
        Assert.Null(Run("Save-WorkHook -Note ''").Each("Note").Single());
    }

    [Fact]
    public void What_looks_like_a_secret_is_left_out_with_a_warning_unless_asked_for()
    {
        Repository.Write(".env", "PASSWORD=1\n");
        var answer = Run("Save-WorkHook");
        Assert.Contains(".env", Assert.Single(answer.Warnings), StringComparison.Ordinal);
        Assert.StartsWith(".env ", Assert.Single((string[])answer.Each("LeftOut").Single()!), StringComparison.Ordinal);
        answer = Run("Save-WorkHook -IncludeSecret");
        Assert.Empty(answer.Warnings);
        Assert.Empty((string[])answer.Each("LeftOut").Single()!);
    }

    [Fact]
    public void A_save_goes_down_the_pipeline_into_a_work_tree_of_its_own()
    {
        Run("Save-WorkHook");
        var restored = Run("Get-WorkHook -Newest 1 | Restore-WorkHook -Destination ../other").Output.Single();
        Assert.Equal(Sandbox.At("other"), restored.Properties["WorkTree"].Value);
        Assert.Equal("hello\n", File.ReadAllText(Path.Combine(Sandbox.At("other"), "notes", "new.txt")));
        Assert.False(File.Exists(Path.Combine(Sandbox.At("other"), "readme.txt")));
    }

    [Fact]
    public void Of_several_saves_none_is_restored_and_of_none_nothing()
    {
        Run("Save-WorkHook");
        Repository.Write("notes/new.txt", "hello again\n");
        Run("Save-WorkHook");
        Repository.Git("reset", "-q", "--hard");
        Assert.Equal("SeveralSaves", Fail("Get-WorkHook | Restore-WorkHook").Id);
        Assert.Empty(Run("@() | Restore-WorkHook").Output);
        Assert.Equal("class Pay;\n", Repository.Read("src/pay.cs"));
    }

    [Fact]
    public void Unsaved_work_is_not_overwritten_and_the_hint_is_of_the_cmdlet()
    {
        Run("Save-WorkHook");
        Repository.Write("src/pay.cs", "class Mine;\n");
        var (id, record) = Fail("Restore-WorkHook");
        Assert.Equal("UnsavedWork", id);
        Assert.Equal(System.Management.Automation.ErrorCategory.ResourceBusy, record.CategoryInfo.Category);
        Assert.Contains("-Destination", record.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("class Mine;\n", Repository.Read("src/pay.cs"));
    }

    [Fact]
    public void The_difference_is_that_of_the_save_which_holds_what_is_gone()
    {
        Run("Save-WorkHook");
        Assert.Equal("", Run("Get-WorkHook -Difference").Each("Difference").Single());
        Repository.Git("reset", "-q", "--hard");
        Repository.Git("clean", "-fdq");
        Run("Save-WorkHook");
        var patch = (string)Run("Get-WorkHook -Difference").Each("Difference").Single()!;
        Assert.Contains("\n+class Pay { int amount; }", patch, StringComparison.Ordinal);
        Assert.Contains("+++ b/notes/new.txt\n", patch, StringComparison.Ordinal);
        Assert.Null(Run("Get-WorkHook").Each("Difference").First());
    }

    [Fact]
    public void Saves_are_of_an_agent_and_a_branch()
    {
        var mine = Run("Save-WorkHook mine").Each("Id").Single();
        Repository.Git("switch", "-q", "-c", "other");
        var bobs = Run("Save-WorkHook his -Agent bob").Each("Id").Single();
        Assert.Equal([mine], Run("Get-WorkHook").Each("Id"));
        Assert.Equal([bobs], Run("Get-WorkHook -Agent bob").Each("Id"));
        Assert.Equal(new[] { bobs, mine }.Order(), Run("Get-WorkHook -All").Each("Id").Order());
        Assert.Equal([bobs], Run("Get-WorkHook -All -Branch other").Each("Id"));
        Assert.Single(Run("Get-WorkHook -All -Newest 1").Output);
        Assert.Equal([bobs], Run("Get-WorkHook $args[0]", ((string)bobs!)[..8]).Each("Id"));
        Assert.Equal(("NothingSaved", "UnknownSave", "UnknownSave"), (Fail("Restore-WorkHook").Id, Fail("Get-WorkHook abcdef01").Id, Fail("Restore-WorkHook abcdef01").Id));
    }

    [Fact]
    public void An_unknown_save_among_several_is_an_error_of_its_own()
    {
        var saved = Run("Save-WorkHook").Each("Id").Single();
        var answer = Try("'abcdef01', $args[0] | Get-WorkHook", saved!);
        Assert.StartsWith("UnknownSave,", Assert.Single(answer.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal([saved], answer.Each("Id"));
    }

    [Fact]
    public void Clearing_takes_the_own_saves_of_this_work_tree_only()
    {
        Run("Save-WorkHook; Save-WorkHook -Agent bob");
        Repository.Git("switch", "-q", "-c", "other");
        Run("Save-WorkHook");
        Run("Clear-WorkHook -WhatIf");
        Assert.Equal(2, Run("Get-WorkHook").Output.Count);
        Run("Clear-WorkHook other -Confirm:$false");
        Assert.Equal(["main"], Run("Get-WorkHook").Each("Branch"));
        Run("Clear-WorkHook -Confirm:$false; Clear-WorkHook -Confirm:$false");
        Assert.Equal(["bob"], Run("Get-WorkHook -All").Each("Agent"));
    }

    [Fact]
    public void Clearing_after_a_pipeline_takes_the_branches_that_came_and_of_an_empty_one_nothing()
    {
        Run("Save-WorkHook");
        Repository.Git("switch", "-q", "-c", "other");
        Run("Save-WorkHook");
        Run("Get-WorkHook -Branch nothing | Clear-WorkHook -Confirm:$false");
        Assert.Equal(2, Run("Get-WorkHook").Output.Count);
        Run("Get-WorkHook -Branch other | Clear-WorkHook -Confirm:$false");
        Assert.Equal(["main"], Run("Get-WorkHook").Each("Branch"));
    }

    [Fact]
    public void A_save_of_no_branch_is_not_cleared_with_all_others()
    {
        Run("Save-WorkHook");
        Repository.Git("switch", "-q", "--detach");
        Run("Save-WorkHook");
        Assert.Single(Try("Get-WorkHook | Where-Object Branch -EQ $null | Clear-WorkHook -Confirm:$false").Errors);
        Assert.Equal(2, Run("Get-WorkHook").Output.Count);
    }

    [Fact]
    public void Each_repository_of_the_pipeline_is_saved_also_after_one_that_is_none()
    {
        var second = NewRepository("second");
        second.Write("a.txt", "a\n");
        var answer = Try("$args | ForEach-Object { [pscustomobject]@{ Repository = $_ } } | Save-WorkHook", Repository.Path, Sandbox.At(""), second.Path, second.Path);
        Assert.Equal([Repository.Path, second.Path], answer.Each("WorkTree"));
        Assert.StartsWith("NotARepository,", Assert.Single(answer.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal([Repository.Path, second.Path], Run("$args | ForEach-Object { Get-WorkHook -Repository $_ }", Repository.Path, second.Path).Each("WorkTree"));
    }

    [Fact]
    public void Work_is_saved_where_the_repository_is_named()
    {
        var other = NewRepository("second");
        other.Write("a.txt", "a\n");
        var saved = Run("Save-WorkHook -Repository $args[0]", other.Path).Output.Single();
        Assert.Equal(other.Path, saved.Properties["WorkTree"].Value);
        Assert.Empty(Run("Get-WorkHook").Output);
        File.Delete(other.At("a.txt"));
        Run("Get-WorkHook -Repository $args[0] | Restore-WorkHook", other.Path);
        Assert.Equal("a\n", other.Read("a.txt"));
    }
}
