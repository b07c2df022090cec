using System.Management.Automation;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommon.Get, "MergeQueue")]
[OutputType(typeof(QueuedBead))]
public sealed class GetMergeQueueCommand : TownCommand
{
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(RigCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Rig { get; set; }

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input)
    {
        IReadOnlyList<RigSettings> rigs = Rig is null ? town.Settings.Rigs : [town.Rig(Rig)];
        WriteObject(rigs.SelectMany(rig => MergeQueue.Waiting(town.Store.Index(), rig.Name)).Select(bead => new QueuedBead(bead, town.Root)), enumerateCollection: true);
    }
}
