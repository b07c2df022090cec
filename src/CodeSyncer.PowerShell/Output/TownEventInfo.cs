using CodeSyncer.Platform.Town;

namespace CodeSyncer.PowerShell.Output;

/// <summary>Something that somebody did in a town.</summary>
public sealed class TownEventInfo : TerminalText
{
    private readonly TownEvent _eventEntry;

    internal TownEventInfo(TownEvent eventEntry, string town)
    {
        _eventEntry = eventEntry;
        Town = town;
    }

    public DateTime Time => _eventEntry.Time.LocalDateTime;

    public string Agent => _eventEntry.Agent;

    public string What => _eventEntry.What;

    /// <summary>Of the ledger.</summary>
    public string Commit => _eventEntry.Commit;

    /// <summary>The root of the town.</summary>
    public string Town { get; }

    public override string ToString() => What;
}
