using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

/// <summary>Claims beads; with -Ready the first one that is ready. It always gives what it claimed: that is what one asks for.</summary>
[Cmdlet(VerbsCommon.Lock, "Bead", SupportsShouldProcess = true, DefaultParameterSetName = "Id")]
[OutputType(typeof(BeadInfo))]
public sealed class LockBeadCommand : LedgerInputCommand
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BeadCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "Ready")]
    public SwitchParameter Ready { get; set; }

    [Parameter(ParameterSetName = "Ready")]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public string[] Label { get; set; } = [];

    protected override IEnumerable<string> Input => Id;

    protected override void Execute(LedgerAccess ledger, IReadOnlyList<string> input)
    {
        var claimed = ParameterSetName == "Ready" ? ClaimReady(ledger) : Claim(ledger, input);
        if (claimed.Count > 0)
            ledger.NoteSession();
        Write(claimed, ledger);
    }

    private List<Bead> ClaimReady(LedgerAccess ledger) =>
        ShouldProcess("the first bead that is ready", "Claim")
        && ledger.Store.ClaimReady(ledger.Actor, new BeadQuery { ReadyAt = ledger.Store.Now, Labels = Label }, ledger.IsAlive) is { } first ? [first] : [];

    private List<Bead> Claim(LedgerAccess ledger, IReadOnlyList<string> ids)
    {
        var wanted = ids.Where(id => ShouldProcess(id, "Claim bead")).ToList();
        return wanted.Count == 0 ? [] : ledger.Change(change => wanted.Select(id => BeadClaims.Claim(change, id, ledger.IsAlive).Bead).ToList());
    }
}
