using System.Management.Automation;

namespace CodeSyncer.PowerShell.Tests.Ledger;

public sealed class BeadCmdletTests(StagedModule module) : LedgerBench(module)
{
    [Fact]
    public void Beads_of_one_pipeline_are_one_change()
    {
        var made = Run("'Charge cards', 'Send receipts' | New-Bead -Label pay, web -Priority 1 -Type feature -Description 'As agreed'");
        Assert.Equal(["Charge cards", "Send receipts"], made.Each("Title"));
        Assert.All(made.Output, bead => Assert.Equal("feature 1 pay web As agreed",
            $"{bead.Properties["Type"].Value} {bead.Properties["Priority"].Value} {string.Join(' ', (string[])bead.Properties["Labels"].Value)} {bead.Properties["Description"].Value}"));
        Assert.Equal(1, Changes());
    }

    [Fact]
    public void Nothing_is_made_with_WhatIf_or_by_a_look()
    {
        Run("New-Bead 'Charge cards' -WhatIf; Get-Bead; Get-Convoy; Get-AgentMail; Test-Ledger");
        Assert.False(Repository.Has(".git/codesyncer/ledger.git"));
    }

    [Fact]
    public void A_pipeline_that_gives_nothing_does_nothing()
    {
        Beads("One");
        var answer = Run("foreach ($name in 'New-Bead', 'Get-Bead', 'Close-Bead', 'Remove-Bead', 'Lock-Bead', 'Unlock-Bead', 'Close-Convoy', 'Get-Convoy', 'Confirm-AgentMail') { @() | & $name }; @() | New-Convoy 'Friday'");
        Assert.Empty(answer.Output);
        Assert.Equal(1, Changes());
    }

    [Fact]
    public void Get_filters_by_state_type_assignee_label_text_and_readiness()
    {
        Run("New-Bead 'Bug' -Type bug -Label a, b; New-Bead 'Mine' -Assignee kim -Label a -Description 'the LEDGER'; $done = New-Bead 'Done'; $done | Close-Bead; New-Bead 'Later' -DependsOn (Get-Bead -Type bug).Id");
        Assert.Equal(["Bug", "Later", "Mine"], Titles("Get-Bead"));
        Assert.Equal(["Bug", "Done", "Later", "Mine"], Titles("Get-Bead -Status all"));
        Assert.Equal(["Done"], Titles("Get-Bead -Status closed"));
        Assert.Equal(["Bug", "Mine"], Titles("Get-Bead -Label a"));
        Assert.Equal(["Bug"], Titles("Get-Bead -Label a, b"));
        Assert.Equal(["Mine"], Titles("Get-Bead -Assignee kim"));
        Assert.Equal(["Mine"], Titles("Get-Bead -Text ledger"));
        Assert.Equal(["Bug", "Mine"], Titles("Get-Bead -Ready"));
        Assert.Equal(["Bug"], Titles("Get-Bead -Ready -Type bug"));
    }

    [Fact]
    public void A_part_of_an_id_is_enough_and_one_that_means_several_names_them()
    {
        Run("New-Bead 'One' -Id shop-abc; New-Bead 'Two' -Id shop-abd");
        Assert.Equal(["One"], Titles("Get-Bead abc"));
        var (id, record) = Fail("Get-Bead shop-ab");
        Assert.Equal("AmbiguousBead", id);
        Assert.Contains("shop-abc, shop-abd", record.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_id_says_what_to_do_and_does_not_stop_the_next()
    {
        var known = Beads("One")[0];
        var answer = Try("'nope', $args[0] | Get-Bead", known);
        var error = Assert.Single(answer.Errors);
        Assert.StartsWith("UnknownBead,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains("Get-Bead", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(["One"], answer.Each("Title"));
    }

    [Fact]
    public void One_wrong_id_leaves_the_whole_change_undone()
    {
        var ids = Beads("One", "Two");
        Assert.Equal("UnknownBead", Fail("$args[0], 'nope', $args[1] | Close-Bead", ids).Id);
        Assert.Equal(["One", "Two"], Titles("Get-Bead"));
    }

    [Fact]
    public void Set_changes_what_is_named_and_gives_the_bead_only_when_asked()
    {
        var id = Beads("One")[0];
        Assert.Empty(Run("Set-Bead $args[0] -Title 'First' -Priority 0 -Type epic -Assignee kim -AddLabel a, b -DeferUntil '2030-01-02' -Field @{ notes = 'see mail'; estimated_minutes = 30 }", id).Output);
        var bead = Run("Set-Bead $args[0] -RemoveLabel a -Status blocked -PassThru", id).Output.Single();
        Assert.Equal("First 0 epic kim blocked b", $"{bead.Properties["Title"].Value} {bead.Properties["Priority"].Value} {bead.Properties["Type"].Value} {bead.Properties["Assignee"].Value} {bead.Properties["Status"].Value} {string.Join(' ', (string[])bead.Properties["Labels"].Value)}");
        Assert.Equal(new DateTime(2030, 1, 2, 0, 0, 0, DateTimeKind.Local), bead.Properties["DeferredUntil"].Value);
        var json = Run("(Get-Bead $args[0]).ToJson()", id).Lines.Single();
        Assert.Contains("\"notes\":\"see mail\"", json, StringComparison.Ordinal);
        Assert.Contains("\"estimated_minutes\":30", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Close_keeps_the_reason_and_reopening_makes_it_ready_again()
    {
        var id = Beads("One")[0];
        Assert.Equal(["closed"], Run("Get-Bead $args[0] | Close-Bead -Reason 'shipped in 4.2' -PassThru", id).Each("Status"));
        Assert.Equal(["shipped in 4.2"], Run("Get-Bead $args[0]", id).Each("CloseReason"));
        Run("Set-Bead $args[0] -Reopen", id);
        Assert.Equal(["One"], Titles("Get-Bead -Ready"));
    }

    [Fact]
    public void A_removed_bead_is_gone_from_lists_and_cannot_be_changed()
    {
        var id = Beads("One")[0];
        Run("Remove-Bead $args[0] -Reason 'a duplicate' -Confirm:$false", id);
        Assert.Empty(Run("Get-Bead").Output);
        Assert.Equal([id], Run("Get-Bead -Status tombstone").Each("Id"));
        Assert.Equal("DeletedBead", Fail("Set-Bead $args[0] -Title 'Back'", id).Id);
    }

    [Fact]
    public void Dependencies_come_and_go_and_a_cycle_is_refused_by_name()
    {
        var ids = Beads("One", "Two");
        Assert.Equal(["blocks:" + ids[0]], Run("(Add-BeadDependency $args[1] $args[0] -PassThru).DependsOn", ids).Lines);
        Assert.Equal(["One"], Titles("Get-Bead -Ready"));
        var (error, record) = Fail("Add-BeadDependency $args[0] -DependsOn $args[1]", ids);
        Assert.Equal("DependencyCycle", error);
        Assert.Contains($"{ids[0]} -> {ids[1]} -> {ids[0]}", record.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, Changes());
        Run("Remove-BeadDependency $args[1] $args[0]", ids);
        Assert.Equal(["One", "Two"], Titles("Get-Bead -Ready"));
    }

    [Fact]
    public void Comments_are_kept_with_their_author()
    {
        var id = Beads("One")[0];
        Run("Get-Bead $args[0] | Add-BeadComment -Text 'Half of it is there'; Add-BeadComment $args[0] 'The rest too' -Agent bob", id);
        Assert.Equal(["Kim Lee: Half of it is there", "bob: The rest too"], Run("(Get-Bead $args[0]).Comments", id).Lines);
    }

    [Fact]
    public void Children_are_named_after_their_parent()
    {
        var id = Beads("Epic")[0];
        Assert.Equal([id + ".1", id + ".2"], Run("'One', 'Two' | New-Bead -Parent $args[0]", id).Each("Id"));
        Assert.Equal(new string?[] { null }, Run("Set-Bead ($args[0] + '.2') -Parent '' -PassThru", id).Each("Parent"));
    }

    [Fact]
    public void Beads_of_several_repositories_go_each_to_their_own_ledger()
    {
        var other = NewRepository("other");
        Run("New-Bead 'Here'; New-Bead 'There' -Repository $args[0]", other.Path);
        Assert.Equal(["Here", "There"], Titles("$both = @(Get-Bead) + @(Get-Bead -Repository $args[0]); $both | Close-Bead -PassThru", other.Path));
        Assert.Empty(Run("Get-Bead; Get-Bead -Repository $args[0]", other.Path).Output);
    }

    [Fact]
    public void What_an_agent_did_is_found_in_a_linked_work_tree_too()
    {
        Repository.Commit("start");
        var tree = Repository.AddWorkTree("feature-x");
        Beads("One");
        Assert.Equal(["One"], Titles("Get-Bead -Repository $args[0]", tree.Path));
        Assert.Equal(["Kim Lee@feature-x"], Run("Lock-Bead -Ready -Repository $args[0]", tree.Path).Each("Assignee"));
    }

    [Fact]
    public void One_bead_asked_for_is_shown_whole_and_several_are_rows()
    {
        var ids = Beads("One", "Two");
        Assert.EndsWith("#Whole", Run("Get-Bead $args[0]", ids).Output.Single().TypeNames[0], StringComparison.Ordinal);
        Assert.All(Run("$args | Get-Bead", ids).Output, bead => Assert.EndsWith(".BeadInfo", bead.TypeNames[0], StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_in_no_repository_is_an_error_of_its_own() =>
        Assert.Equal("NotARepository", Fail("Get-Bead -Repository $args[0]", Sandbox.Home).Id);
}
