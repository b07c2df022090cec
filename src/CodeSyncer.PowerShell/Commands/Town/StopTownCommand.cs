using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsLifecycle.Stop, "Town", SupportsShouldProcess = true)]
[OutputType(typeof(TownReport))]
public sealed class StopTownCommand : TownCommand
{
    [Parameter]
    public SwitchParameter Graceful { get; set; }

    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSeconds { get; set; } = 600;

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input)
    {
        if (!ShouldProcess(town.Root, Graceful ? "Let every agent end, and start nothing" : "Stop every agent"))
            return;
        var lines = new List<string>();
        WithPatience("Stopping the agents", () =>
        {
            new TownHalt(town).Stop(Graceful ? TimeSpan.FromSeconds(TimeoutSeconds) : TimeSpan.Zero, lines.Add, Cancelled);
            return true;
        });
        WriteObject(lines.Select(line => new TownReport(line, town.Root)), enumerateCollection: true);
    }
}
