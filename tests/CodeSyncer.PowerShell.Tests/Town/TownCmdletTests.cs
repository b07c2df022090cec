using System.Management.Automation;
using CodeSyncer.PowerShell.Tests.Ledger;
using CodeSyncer.Testing;

namespace CodeSyncer.PowerShell.Tests.Town;

/// <summary>A town, its rigs, agents and queue, by cmdlets; the agents are shell scripts that the real executable starts.</summary>
public sealed class TownCmdletTests : LedgerBench
{
    public TownCmdletTests(StagedModule module)
        : base(module)
    {
        Repository.Write("README.md", "shop\n");
        Repository.Commit("begin");
        Run("New-Town ../town");
        Run("New-Rig api . -Town ../town");
    }

    private string Root => Sandbox.At("town");

    [UnixFact]
    public void A_bead_is_slung_handed_in_and_lands()
    {
        Agent("mkdir -p work; echo \"$1\" > work/$1.txt; exec codesyncer done");
        var bead = (string)Run("New-Bead 'Charge in cents' -Rig api").Each("Id").Single()!;

        var slung = Run($"Get-Bead {bead} | Send-Bead -Program scripted").Output.Single();

        Assert.Equal("Slung", slung.Properties["Outcome"].Value);
        Assert.NotNull(slung.Properties["Convoy"].Value);
        Until($"(Get-Bead {bead}).Status -eq 'closed'");
        Assert.Equal([true], Run("(Get-Convoy).Status | ForEach-Object { $_ -eq 'Landed' }").Output.Select(item => item.BaseObject));
        Assert.Contains(Run("Get-TownEvent").Each("What"), what => ((string)what!).StartsWith($"land {bead}", StringComparison.Ordinal));
        Assert.Equal("idle", Run("Get-Polecat").Each("State").Single());
        Run("Get-Polecat | Remove-Polecat");
        Assert.Empty(Run("Get-Polecat").Output);
        Assert.Equal([0], Run("(Get-Rig api).Queued").Output.Select(item => item.BaseObject));
        Assert.Equal("RigBusy", Fail("Remove-Rig api").Id);
        Repository.Git("pull", "-q", "--ff-only", "town", "main");
        Run("Remove-Rig api");
        Assert.Empty(Run("Get-Rig -Town ../town").Output);
    }

    [UnixFact]
    public void An_agent_is_stopped_looked_at_and_started_again()
    {
        Agent("while [ ! -e \"$EVIDENCE\" ]; do sleep 0.05; done; exec codesyncer done --result report -m seen", ("EVIDENCE", Sandbox.At("go")));
        var bead = (string)Run("New-Bead 'Look' -Rig api").Each("Id").Single()!;
        Run($"sling {bead} api -Program scripted");

        var stopped = Run("Get-Polecat | Stop-Polecat -PassThru").Output.Single();

        Assert.Equal("stopped", stopped.Properties["State"].Value);
        Assert.Equal(bead, stopped.Properties["Bead"].Value);
        File.WriteAllText(Sandbox.At("go"), "");
        Assert.Equal(bead, Run("Get-Polecat | Start-Polecat").Each("Bead").Single());
        Until($"(Get-Bead {bead}).Status -eq 'closed'");
        Assert.Equal("reported", Run($"(Get-Bead {bead}).CloseReason").Lines.Single());
    }

    [UnixFact]
    public void A_town_is_stopped_and_goes_on()
    {
        Agent("while [ ! -e \"$EVIDENCE\" ]; do sleep 0.05; done; exec codesyncer done --result no-change", ("EVIDENCE", Sandbox.At("go")));
        var bead = (string)Run("New-Bead 'Look' -Rig api").Each("Id").Single()!;
        Run($"Send-Bead {bead} api -Program scripted");

        Assert.Single(Run("Stop-Town").Output);

        Assert.Equal("Stopped", Run("(Get-Town).State").Lines.Single());
        Assert.Contains(Try("Repair-Town").Warnings, warning => warning.Contains("'Start-Town'", StringComparison.Ordinal));
        Assert.Equal("TownStopped", Fail("Start-MergeQueue").Id);
        File.WriteAllText(Sandbox.At("go"), "");
        Run("Start-Town");
        Until($"(Get-Bead {bead}).Status -eq 'closed'");
    }

    [Fact]
    public void Nothing_is_made_or_started_with_WhatIf()
    {
        Run("New-Town ../other -WhatIf");
        Assert.False(Directory.Exists(Sandbox.At("other")));
        Run("New-Bead 'Look' -Rig api | Send-Bead -WhatIf; New-Crew api kim -WhatIf; Remove-Rig api -WhatIf; Stop-Town -WhatIf; New-Escalation 'Who?' -WhatIf");
        var town = Run("Get-Town").Output.Single();
        Assert.Equal("OnItsOwn 1 0 0", string.Join(' ', town.Properties["State"].Value, Count(town, "Rigs"), Count(town, "Agents"), Count(town, "Escalations")));
    }

    [Fact]
    public void A_crew_comes_and_goes_by_pipeline()
    {
        var crew = Run("New-Crew api kim, lee").Output;
        Assert.Equal(["api/crew/kim", "api/crew/lee"], crew.Select(item => (string)item.Properties["Name"].Value));
        Assert.All(crew, item => Assert.True(File.Exists(Path.Combine((string)item.Properties["Path"].Value, "README.md"))));
        Assert.Equal("CrewExists", Fail("New-Crew api kim").Id);
        Run("Get-Crew | Remove-Crew");
        Assert.Empty(Run("Get-Crew").Output);
    }

    [Fact]
    public void Escalations_are_raised_shown_and_acknowledged()
    {
        var raised = Run("New-Escalation 'Who owns the keys?' 'Of the gateway' -Severity high").Output.Single();
        Assert.Equal(("high", true), (raised.Properties["Severity"].Value, raised.Properties["IsOpen"].Value));
        Assert.Equal("BadSeverity", Fail("New-Escalation 'Who?' -Severity enormous").Id);
        Run("Get-Escalation | Confirm-Escalation");
        Assert.Empty(Run("Get-Escalation").Output);
        Assert.Equal("Kim Lee", Run("Get-Escalation -All").Each("AcknowledgedBy").Single());
        Assert.Equal("NoEscalation", Fail("Get-Escalation m-zzzz").Id);
    }

    [Fact]
    public void A_refusal_names_the_cmdlet_that_helps()
    {
        var outside = Sandbox.Init("outside");
        var none = Fail($"Get-Town -Town '{outside.Path}'");
        Assert.Equal(("NoTown", ErrorCategory.ObjectNotFound), (none.Id, none.Record.CategoryInfo.Category));
        Assert.Contains("New-Town", none.Record.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("TownInRepository", Fail("New-Town ./inside").Id);
        Assert.Equal("UnknownRig", Fail("Get-Rig apu").Id);
        Assert.Equal("RigExists", Fail("New-Rig api .").Id);
        Assert.Equal("BadTownName", Fail("New-Rig con .").Id);
    }

    [Fact]
    public void Tab_offers_what_the_town_holds()
    {
        Run("New-Crew api kim; New-Bead Look");
        string[] Offers(string line) => [.. Run("(TabExpansion2 $args[0] $args[0].Length).CompletionMatches.CompletionText", line).Lines];
        Assert.Equal(["api"], Offers("Get-Rig "));
        Assert.Equal(["api/crew/kim"], Offers("Remove-Crew "));
        Assert.Equal(["api", "api/crew/kim"], Offers("Send-Bead x -To "));
        Assert.Contains("claude", Offers("Start-Mayor "));
        Assert.Equal(["critical"], Offers("New-Escalation x -Severity cr"));
        Assert.Single(Offers("Send-Bead "));
    }

    [Fact]
    public void A_supervisor_tells_what_it_does_and_ends_when_the_pipeline_has_enough()
    {
        var bead = (string)Run("New-Bead Look -Rig api").Each("Id").Single()!;
        Run($"Add-BeadDependency {bead} (New-Bead Other -Rig api | Set-Bead -Status deferred -PassThru).Id; New-Convoy Both {bead}");

        var told = Run("foreach ($once in 1) { Watch-Town | ForEach-Object { $_; break } }").Output.Single();

        Assert.Contains("stranded", (string)told.Properties["Text"].Value, StringComparison.Ordinal);
        Assert.Equal("OnItsOwn", Run("(Get-Town).State").Lines.Single());
    }

    private static int Count(PSObject item, string property) => ((Array)item.Properties[property].Value).Length;

    /// <summary>A script as the town's agent.</summary>
    private void Agent(string script, params (string Name, string Value)[] environment)
    {
        var file = Sandbox.At("agent.sh");
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
        File.AppendAllText(Path.Combine(Root, ".codesyncer", "town.yml"),
            $"agents:\n  scripted:\n    command: {file}\n    headless: [\"{{bead}}\"]\n" + (environment.Length == 0 ? "" : "    environment:\n" + string.Concat(environment.Select(variable => $"      {variable.Name}: {variable.Value}\n"))));
    }

    private void Until(string condition)
    {
        for (var end = Environment.TickCount64 + 60_000; Run(condition).Output.Single().BaseObject is not true; Thread.Sleep(100))
            Assert.True(Environment.TickCount64 < end, $"it never came to be that {condition}");
    }
}
