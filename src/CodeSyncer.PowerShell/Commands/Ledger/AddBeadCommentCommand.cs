using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

[Cmdlet(VerbsCommon.Add, "BeadComment", SupportsShouldProcess = true)]
[OutputType(typeof(BeadInfo))]
public sealed class AddBeadCommentCommand : BeadsCommand
{
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Text { get; set; } = "";

    protected override string Action => "Add comment";

    protected override IReadOnlyList<Bead> Change(LedgerAccess ledger, IReadOnlyList<string> ids) =>
        ledger.Change((change, source) => ids.Select(id => BeadRules.Comment(change, id, Text, source)).ToList());
}
