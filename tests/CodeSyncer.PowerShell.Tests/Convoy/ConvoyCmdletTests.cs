using CodeSyncer.PowerShell.Tests.Ledger;

namespace CodeSyncer.PowerShell.Tests.Convoy;

public sealed class ConvoyCmdletTests(StagedModule module) : LedgerBench(module)
{
    [Fact]
    public void Beads_go_down_the_pipeline_into_a_convoy()
    {
        Beads("One", "Two", "Three");
        var convoy = Run("Get-Bead -Ready | New-Convoy 'Friday'").Output.Single();
        Assert.Equal(("Friday", "Open", 3, 3), ((string)convoy.Properties["Name"].Value, (string)convoy.Properties["Status"].Value, (int)convoy.Properties["Total"].Value, (int)convoy.Properties["Ready"].Value));
        Assert.Equal(["One", "Three", "Two"], Titles("Get-Bead -Convoy Friday"));
        Assert.Equal(["One", "Three", "Two"], Titles("(Get-Convoy Friday).Beads | Get-Bead"));
    }

    [Fact]
    public void Progress_follows_the_beads()
    {
        var ids = Beads("One", "Two", "Three");
        Run("Add-BeadDependency $args[2] $args[1]; New-Convoy 'Friday' $args > $null; Close-Bead $args[0]; Lock-Bead $args[1] > $null", ids);
        var convoy = Run("Get-Convoy").Output.Single();
        Assert.Equal("1/3 done, 1 in progress, 1 blocked", convoy.Properties["Counts"].Value);
        Assert.Equal(33, convoy.Properties["Percent"].Value);
        Assert.Equal("█████▓▓▓▓▓▓░░░░░".Length, ((string)convoy.Properties["Bar"].Value).Length);
        Assert.Equal([$"{ids[2]} <- {ids[1]}"], (string[])convoy.Properties["Waiting"].Value);
        Assert.Equal([[ids[1]], [ids[2]]], (string[][])convoy.Properties["Waves"].Value);
        Run("Close-Bead $args[1], $args[2]", ids);
        Assert.Equal(["Landed"], Run("Get-Convoy Friday").Each("Status"));
    }

    [Fact]
    public void One_convoy_asked_for_shows_its_beads_wave_by_wave()
    {
        var ids = Beads("One", "Two");
        Run("Add-BeadDependency $args[1] $args[0]; New-Convoy 'Friday' $args > $null", ids);
        Assert.EndsWith("#Whole", Run("Get-Convoy Friday").Output.Single().TypeNames[0], StringComparison.Ordinal);
        Assert.Equal(["wave 1", $"  ○ {ids[0]}  P2  One", "wave 2", $"  ⊘ {ids[1]}  P2  Two  ← {ids[0]}"], Run("(Get-Convoy Friday).Plan()").Lines.Single().Split('\n'));
    }

    [Fact]
    public void Beads_are_added_and_taken_out_and_adding_reopens_a_closed_convoy()
    {
        var ids = Beads("One", "Two");
        Run("New-Convoy 'Friday' $args[0] > $null; Get-Convoy | Close-Convoy -Reason 'over'", ids);
        Assert.Empty(Run("Get-Convoy").Output);
        Assert.Equal(["Closed"], Run("Get-Convoy -All").Each("Status"));
        Assert.Equal(["Open"], Run("Get-Bead $args[1] | Add-ConvoyBead Friday -PassThru", ids).Each("Status"));
        Assert.Empty(Run("Remove-ConvoyBead Friday $args[0]", ids).Output);
        Assert.Equal([ids[1]], Run("(Get-Convoy Friday).Beads").Lines);
        Assert.Equal("NotInConvoy", Fail("Remove-ConvoyBead Friday $args[0]", ids).Id);
    }

    [Fact]
    public void An_unknown_bead_is_refused_before_anything_is_written()
    {
        var id = Beads("One")[0];
        Assert.Equal("UnknownBead", Fail("$args[0], 'nope' | New-Convoy 'Friday'", id).Id);
        Assert.Empty(Run("Get-Convoy -All").Output);
        Assert.Equal("UnknownConvoy", Fail("Add-ConvoyBead Friday $args[0]", id).Id);
    }

    [Fact]
    public void Nothing_is_changed_with_WhatIf()
    {
        var ids = Beads("One", "Two");
        Run("New-Convoy 'Friday' $args -WhatIf", ids);
        Assert.Empty(Run("Get-Convoy -All").Output);
        Run("New-Convoy 'Friday' $args[0]; Add-ConvoyBead Friday $args[1] -WhatIf; Remove-ConvoyBead Friday $args[0] -WhatIf; Close-Convoy Friday -WhatIf", ids);
        Assert.Equal([ids[0]], Run("(Get-Convoy).Beads").Lines);
    }

    [Fact]
    public void Beads_of_two_repositories_make_no_convoy()
    {
        var other = NewRepository("other");
        var (id, _) = Fail("New-Bead 'Here' > $null; New-Bead 'There' -Repository $args[0] > $null; @(Get-Bead) + @(Get-Bead -Repository $args[0]) | New-Convoy 'Friday'", other.Path);
        Assert.Equal("SeveralRepositories", id);
        Assert.Empty(Run("Get-Convoy -All; Get-Convoy -All -Repository $args[0]", other.Path).Output);
    }
}
