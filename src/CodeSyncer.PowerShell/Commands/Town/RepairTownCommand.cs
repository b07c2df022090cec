using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsDiagnostic.Repair, "Town", SupportsShouldProcess = true)]
[OutputType(typeof(TownReport))]
public sealed class RepairTownCommand : TownCommand
{
    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input)
    {
        if (!ShouldProcess(town.Root, "Save, start again, free and land what crashed"))
            return;
        var lines = new List<string>();
        var count = WithPatience("Mending the town", () => new TownTick(town, Cancelled).Run(lines.Add));
        WriteObject(lines.Select(line => new TownReport(line, town.Root)), enumerateCollection: true);
        if (count is null)
            Tell("Another process is at it, and does this as well.");
        else if (count == 0 && town.IsStopped)
            Warn("the town is stopped: nothing is started before 'codesyncer town start'");
    }
}
