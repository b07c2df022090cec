using CodeSyncer.Core.Town;

namespace CodeSyncer.PowerShell.Output;

/// <summary>Something that needs a person or the mayor.</summary>
public sealed class EscalationInfo : TerminalText
{
    private readonly Escalation _escalation;

    internal EscalationInfo(Escalation escalation, string town)
    {
        _escalation = escalation;
        Town = town;
    }

    public string Id => _escalation.Id;

    /// <summary><c>low</c>, <c>medium</c>, <c>high</c> or <c>critical</c>.</summary>
    public string Severity => _escalation.Severity;

    public string Subject => _escalation.Message.Subject;

    public string Body => _escalation.Message.Body;

    public string From => _escalation.Message.From;

    public string? Bead => _escalation.Bead;

    public DateTime Time => _escalation.CreatedAt.LocalDateTime;

    /// <summary>When it was raised last because nobody had acknowledged it.</summary>
    public DateTime? RaisedAt => _escalation.RaisedAt?.LocalDateTime;

    public string? AcknowledgedBy => _escalation.AcknowledgedBy;

    public bool IsOpen => _escalation.IsOpen;

    /// <summary>The root of the town.</summary>
    public string Town { get; }

    public override string ToString() => Id;
}
