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
public sealed class LockBeadCommand : LedgerCommand
{
    private readonly List<string> _ids = [];

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BeadCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "Ready")]
    public SwitchParameter Ready { get; set; }

    [Parameter(ParameterSetName = "Ready")]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public string[] Label { get; set; } = [];

    protected override bool HasInput => _ids.Count > 0;

    protected override void ProcessRecord() => _ids.AddRange(Id);

    protected override void Execute(LedgerAccess ledger)
    {
        List<Bead> claimed = [];
        if (ParameterSetName == "Ready")
        {
            if (ShouldProcess("the first bead that is ready", "Claim")
                && ledger.Store.ClaimReady(ledger.Actor, new BeadQuery { ReadyAt = ledger.Store.Now, Labels = Label }, ledger.IsAlive) is { } first)
                claimed.Add(first);
        }
        else
        {
            var wanted = _ids.Where(id => ShouldProcess(id, "Claim bead")).ToList();
            claimed = ledger.Change(change => wanted.Select(id => BeadClaims.Claim(change, id, ledger.IsAlive).Bead).ToList());
        }

        if (claimed.Count > 0)
            ledger.NoteSession();
        Write(claimed, ledger);
    }
}
