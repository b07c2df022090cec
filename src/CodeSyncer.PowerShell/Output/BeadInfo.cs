using CodeSyncer.Core.Ledger;

namespace CodeSyncer.PowerShell.Output;

/// <summary>A bead: a work item of the ledger.</summary>
public sealed class BeadInfo : TerminalText
{
    private readonly Bead _bead;

    internal BeadInfo(Bead bead, string repository)
    {
        _bead = bead;
        Repository = repository;
    }

    public string Id => _bead.Id;

    public string Title => _bead.Title;

    public string Status => _bead.Status;

    /// <summary>0, the most urgent, to 4.</summary>
    public int Priority => _bead.Priority;

    public string Type => _bead.IssueType;

    public string? Assignee => _bead.Assignee;

    public string[] Labels => [.. _bead.Labels];

    public string Description => _bead.Description;

    public string? Parent => _bead.Parent;

    /// <summary>What it depends on, as <c>TYPE:ID</c>.</summary>
    public string[] DependsOn => [.. _bead.Dependencies.Select(edge => $"{edge.Type}:{edge.DependsOnId}")];

    public DateTime CreatedAt => _bead.CreatedAt.LocalDateTime;

    public DateTime UpdatedAt => _bead.UpdatedAt.LocalDateTime;

    public DateTime? ClosedAt => _bead.ClosedAt?.LocalDateTime;

    public string? CloseReason => _bead.CloseReason;

    public DateTime? DeferredUntil => _bead.DeferUntil?.LocalDateTime;

    /// <summary>Who claimed it, in which work tree, and since when; null: nobody.</summary>
    public string? ClaimedBy => _bead.Claim is { } claim ? $"{claim.Agent} in {claim.WorkTree} since {claim.Since}" : null;

    public string[] Comments => [.. _bead.Comments.Select(comment => $"{comment.Author}: {comment.Text}")];

    /// <summary>The repository whose ledger holds it.</summary>
    public string Repository { get; }

    /// <summary>All its fields, those that this program does not know too.</summary>
    public string ToJson() => _bead.Fields.ToString();

    public override string ToString() => Id;
}
