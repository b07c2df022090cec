using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

[Cmdlet(VerbsCommon.Remove, "BeadDependency", SupportsShouldProcess = true)]
[OutputType(typeof(BeadInfo))]
public sealed class RemoveBeadDependencyCommand : DependencyCommand
{
    protected override string Action => "Remove dependency";

    protected override IReadOnlyList<Bead> Change(LedgerAccess ledger, IReadOnlyList<string> ids) =>
        ledger.Change(change => ids.Select(id => BeadDependencies.Remove(change, id, DependsOn, Type)).ToList());
}
