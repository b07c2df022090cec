using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsLifecycle.Start, "Town", SupportsShouldProcess = true)]
[OutputType(typeof(TownReport))]
public sealed class StartTownCommand : TownCommand
{
    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input)
    {
        if (!ShouldProcess(town.Root, "Go on"))
            return;
        var lines = new List<string>();
        WithPatience("Starting the agents", () =>
        {
            new TownHalt(town).Start(lines.Add);
            return true;
        });
        WriteObject(lines.Select(line => new TownReport(line, town.Root)), enumerateCollection: true);
    }
}
