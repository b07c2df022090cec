using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

/// <summary>A cmdlet on the ledger of a repository: the one named, else the one of the current location.</summary>
public abstract class LedgerCommand : CodeSyncerCommand
{
    private const int MostBroken = 3;

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Repository { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(AgentCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Agent { get; set; }

    /// <summary>A folder in the repository of the current record.</summary>
    protected string Place => Repository is null ? CurrentDirectory : FullPath(Repository);

    protected override void EndProcessing() => Guard(() => OnLedger(Place, Execute), Place);

    /// <summary>The cmdlet's work.</summary>
    protected abstract void Execute(LedgerAccess ledger);

    protected void OnLedger(string place, Action<LedgerAccess> work)
    {
        using var ledger = new LedgerAccess(place, Agent, isShell: true);
        work(ledger);
    }

    /// <summary>The index. Items that cannot be read are said, because they are missing from every answer.</summary>
    protected LedgerIndex Ask(LedgerAccess ledger)
    {
        var index = ledger.Index();
        foreach (var (path, what) in index.Broken().Take(MostBroken))
            Warn($"'{path}' of the ledger cannot be read: {what}: see 'ledger verify'");
        return index;
    }

    private protected static BeadInfo Info(Bead bead, LedgerAccess ledger) => new(bead, ledger.Place);

    private protected void Write(IEnumerable<Bead> beads, LedgerAccess ledger) =>
        WriteObject(beads.Select(bead => Info(bead, ledger)), enumerateCollection: true);
}
