using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.Core.Town;

/// <summary>Something that needs a person or the mayor: mail of type <c>escalation</c>, with a severity.</summary>
public sealed class Escalation(Message message)
{
    public const string Type = "escalation";

    public Message Message { get; } = message;

    public string Id => Message.Id;

    public string Severity => Message.Fields.String("severity") is { Length: > 0 } severity ? severity : Town.Severity.Medium;

    public string? Bead => Message.Fields.String("bead");

    public string? AcknowledgedBy => Message.Fields.String("acknowledged_by");

    public DateTimeOffset? AcknowledgedAt => Message.Fields.Time("acknowledged_at");

    public bool IsOpen => AcknowledgedBy is null;

    /// <summary>When it was raised last because nobody answered.</summary>
    public DateTimeOffset? RaisedAt => Message.Fields.Time("raised_at");

    public DateTimeOffset CreatedAt => Message.CreatedAt;

    /// <summary>Null: it is none.</summary>
    public static Escalation? Of(JsonFields mail) => new Message(mail) is { Type: Type } message ? new Escalation(message) : null;
}
