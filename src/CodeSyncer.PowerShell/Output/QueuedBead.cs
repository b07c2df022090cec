using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;

namespace CodeSyncer.PowerShell.Output;

/// <summary>Work that was handed in and waits to land.</summary>
public sealed class QueuedBead : TerminalText
{
    private readonly Bead _bead;
    private readonly Submission _submission;

    internal QueuedBead(Bead bead, string town)
    {
        _bead = bead;
        _submission = Submission.Of(bead)!;
        Town = town;
    }

    public string Id => _bead.Id;

    public string Title => _bead.Title;

    public string Rig => _submission.Rig;

    /// <summary>The branch to land on.</summary>
    public string Target => _submission.Target;

    public string Branch => _submission.Branch;

    /// <summary>The commit that is to land.</summary>
    public string Head => _submission.Head;

    public string Agent => _submission.Agent;

    public DateTime Time => _submission.At.LocalDateTime;

    /// <summary>The root of the town.</summary>
    public string Town { get; }

    public override string ToString() => Id;
}
