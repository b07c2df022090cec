using System.Management.Automation;

namespace CodeSyncer.PowerShell.Tests.Ledger;

public sealed class ClaimCmdletTests(StagedModule module) : LedgerBench(module)
{
    [Fact]
    public void A_claim_has_one_winner_and_the_other_hears_who_that_is()
    {
        var id = Beads("One")[0];
        Assert.Equal(["in_progress"], Run("Lock-Bead $args[0]", id).Each("Status"));
        var (error, record) = Fail("Lock-Bead $args[0] -Agent bob", id);
        Assert.Equal(("HeldBead", ErrorCategory.ResourceBusy), (error, record.CategoryInfo.Category));
        Assert.Contains($"is held by 'Kim Lee' in work tree '{Repository.Path}' since", record.ToString(), StringComparison.Ordinal);
        Assert.Contains("Lock-Bead -Ready", record.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_holds_it_may_claim_it_again()
    {
        var id = Beads("One")[0];
        Run("Get-Bead $args[0] | Lock-Bead", id);
        var since = Run("(Get-Bead $args[0]).ClaimedBy", id).Lines.Single();
        Run("Lock-Bead $args[0]", id);
        Assert.Equal(since, Run("(Get-Bead $args[0]).ClaimedBy", id).Lines.Single());
    }

    [Fact]
    public void Ready_claims_the_most_urgent_one_of_a_label_until_there_is_none()
    {
        Run("New-Bead 'Low' -Priority 3 -Label web; New-Bead 'High' -Priority 0 -Label web; New-Bead 'Other' -Priority 0");
        Assert.Equal(["High"], Run("Lock-Bead -Ready -Label web").Each("Title"));
        Assert.Equal(["Low"], Run("Lock-Bead -Ready -Label web -Agent bob").Each("Title"));
        Assert.Empty(Run("Lock-Bead -Ready -Label web").Output);
    }

    [Fact]
    public void With_WhatIf_nobody_holds_anything()
    {
        Beads("One");
        Assert.Empty(Run("Lock-Bead -Ready -WhatIf; Get-Bead | Lock-Bead -WhatIf").Output);
        Assert.Equal(["open"], Run("Get-Bead").Each("Status"));
    }

    [Fact]
    public void What_is_released_is_ready_again_and_only_force_takes_it_from_another()
    {
        var id = Beads("One")[0];
        Run("Lock-Bead $args[0] -Agent bob", id);
        Assert.Equal("HeldBead", Fail("Unlock-Bead $args[0]", id).Id);
        Run("Unlock-Bead $args[0] -Force", id);
        Assert.Equal(["One"], Titles("Get-Bead -Ready"));
        Run("Lock-Bead $args[0]; Unlock-Bead $args[0]", id);
        Assert.Equal(["One"], Titles("Get-Bead -Ready"));
    }
}
