using System.Management.Automation;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsLifecycle.Start, "MergeQueue", SupportsShouldProcess = true)]
[OutputType(typeof(TownReport))]
public sealed class StartMergeQueueCommand : TownCommand
{
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(RigCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Rig { get; set; }

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input)
    {
        if (town.IsStopped)
            throw TownErrors.TownStopped();
        IReadOnlyList<RigSettings> rigs = Rig is null ? town.Settings.Rigs : [town.Rig(Rig)];
        foreach (var rig in rigs.Where(rig => ShouldProcess(rig.Name, "Land what waits")))
        {
            var lines = WithPatience($"Landing in {rig.Name}", () => new MergeQueue(town, rig, Cancelled).Run());
            if (lines is null)
                Tell($"{rig.Name}: another process is at it.");
            else
                WriteObject(lines.Select(line => new TownReport(line, town.Root)), enumerateCollection: true);
            if (lines is { Count: > 0 })
                TownTick.Ask(town);
        }
    }
}
