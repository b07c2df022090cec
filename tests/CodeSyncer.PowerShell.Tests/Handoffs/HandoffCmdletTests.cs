using CodeSyncer.PowerShell.Tests.Ledger;

namespace CodeSyncer.PowerShell.Tests.Handoffs;

public sealed class HandoffCmdletTests : LedgerBench
{
    public HandoffCmdletTests(StagedModule module)
        : base(module)
    {
        Repository.Write("pay.cs", "class Pay;\n");
        Repository.Commit("start");
    }

    [Fact]
    public void A_handoff_holds_the_message_and_the_facts()
    {
        Repository.Write("pay.cs", "// @codesyncer-decision Charge at once\nclass Pay;\n");
        Run("New-Bead 'Refunds' -Id pay-1 | Lock-Bead");
        var left = Run("New-Handoff \"Half done`nnext: tests\" -Test '12 passed'").Output.Single();
        Assert.Equal("Waiting|Kim Lee|Half done\nnext: tests|main|12 passed|pay-1|1|False", string.Join('|', new[] { "State", "Agent", "Message", "Branch", "Test", "Bead", "Changed", "IsPushed" }.Select(name => left.Properties[name].Value)));
        Assert.Equal(["Charge at once (pay.cs)"], (string[])left.Properties["Decisions"].Value);
        Assert.Equal([left.Properties["Id"].Value], Run("Get-Handoff").Each("Id"));
        Assert.Equal([left.Properties["Save"].Value], Run("Get-WorkHook (Get-Handoff).Save").Each("Id"));
    }

    [Fact]
    public void Lines_of_the_pipeline_are_one_message()
    {
        Assert.Equal(["One\n\nTwo"], Run("'One', '', 'Two' | New-Handoff").Each("Message"));
        Assert.Null(Run("New-Handoff -Agent bob").Each("Message").Single());
    }

    [Fact]
    public void Only_the_newest_of_an_agent_waits()
    {
        Run("New-Handoff 'First' > $null; New-Handoff 'Second' > $null; New-Handoff 'Of bob' -Agent bob");
        Assert.Equal(["Of bob Waiting", "Second Waiting", "First Stale"], Run("Get-Handoff | ForEach-Object { \"$($_.Message) $($_.State)\" }").Lines);
        Assert.Equal(["Second"], Run("Get-Handoff -Agent 'Kim Lee' -Waiting").Each("Message"));
    }

    [Fact]
    public void Looking_takes_none()
    {
        var id = (string)Run("New-Handoff 'Half done'").Each("Id").Single()!;
        Run("Show-Context; Get-Handoff $args[0]", id);
        Assert.Equal(["Waiting"], Run("Get-Handoff").Each("State"));
    }

    [Fact]
    public void One_is_named_by_its_id_or_a_part_of_it()
    {
        var id = (string)Run("New-Handoff 'Half done'").Each("Id").Single()!;
        Assert.Equal([id], Run("Get-Handoff $args[0]", id["hand-".Length..]).Each("Id"));
        var (error, record) = Fail("Get-Handoff nothing");
        Assert.Equal("UnknownHandoff", error);
        Assert.Contains("'Get-Handoff'", record.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Run("New-Handoff 'Of bob' -Agent bob");
        Assert.Equal("AmbiguousHandoff", Fail("Get-Handoff hand").Id);
    }

    [Fact]
    public void Nothing_is_left_with_WhatIf()
    {
        Run("New-Handoff 'Half done' -WhatIf");
        Assert.Empty(Run("Get-Handoff").Output);
        Assert.Empty(Run("Get-WorkHook").Output);
    }

    [Fact]
    public void A_message_that_is_too_long_is_refused() =>
        Assert.Equal("HandoffTooLong", Fail("New-Handoff ('x' * 20000)").Id);
}
