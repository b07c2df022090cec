using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

[Cmdlet(VerbsCommon.Add, "BeadDependency", SupportsShouldProcess = true)]
[OutputType(typeof(BeadInfo))]
public sealed class AddBeadDependencyCommand : DependencyCommand
{
    [Parameter]
    public string? Metadata { get; set; }

    protected override string Action => "Add dependency";

    protected override IReadOnlyList<Bead> Change(LedgerAccess ledger, IReadOnlyList<string> ids) =>
        ledger.Change(change => ids.Select(id => BeadDependencies.Add(change, id, DependsOn, Type, Metadata)).ToList());
}
