using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

[Cmdlet(VerbsCommon.Add, "BeadDependency", SupportsShouldProcess = true)]
[OutputType(typeof(BeadInfo))]
public sealed class AddBeadDependencyCommand : BeadsCommand
{
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(BeadCompleter))]
    [ValidateNotNullOrEmpty]
    public string DependsOn { get; set; } = "";

    [Parameter]
    [ArgumentCompleter(typeof(DependencyTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string Type { get; set; } = DependencyType.Blocks;

    [Parameter]
    public string? Metadata { get; set; }

    protected override string Action => "Add dependency";

    protected override IReadOnlyList<Bead> Change(LedgerAccess ledger, IReadOnlyList<string> ids) =>
        ledger.Change(change => ids.Select(id => BeadDependencies.Add(change, id, DependsOn, Type, Metadata)).ToList());
}
