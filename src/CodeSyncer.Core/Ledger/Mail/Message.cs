namespace CodeSyncer.Core.Ledger.Mail;

/// <summary>
/// A message between agents: a typed view over its fields. One item, however many it is sent to: who has read and
/// acknowledged it stands in it as lists of {agent, at}, which merges unite. It never changes: <c>With</c> gives a new one.
/// </summary>
public sealed class Message(JsonFields fields)
{
    /// <summary>What ids of messages begin with.</summary>
    public const string IdPrefix = "msg";

    public JsonFields Fields { get; } = fields;

    public string Id => Fields.String("id") ?? "";

    public string From => Fields.String("from") ?? "";

    /// <summary>An address: an agent, a group or a queue.</summary>
    public string To => Fields.String("to") ?? "";

    public string Subject => Fields.String("subject") ?? "";

    public string Body => Fields.String("body") ?? "";

    /// <summary>0, the most urgent, to 4, as of beads; see <see cref="MailPriority"/>.</summary>
    public int Priority => (int)Math.Clamp(Fields.Int("priority") ?? MailPriority.Normal, MailPriority.Urgent, MailPriority.Lowest);

    public string Type => Fields.String("type") is { Length: > 0 } type ? type : MailTypes.Notification;

    /// <summary>The id of the message that began the thread; its own where it did.</summary>
    public string ThreadId => Fields.String("thread_id") is { Length: > 0 } thread ? thread : Id;

    /// <summary>The id of the message that this one answers.</summary>
    public string? ReplyTo => Fields.String("reply_to");

    public DateTimeOffset CreatedAt => Fields.Time("created_at") ?? DateTimeOffset.MinValue;

    public DateTimeOffset UpdatedAt => Fields.Time("updated_at") ?? DateTimeOffset.MinValue;

    /// <summary>Who has read it, and when first.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> ReadBy => Marks("read_by");

    /// <summary>Who has acknowledged it, and when first.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> AckedBy => Marks("acked_by");

    /// <summary>Of mail to a queue: who took it.</summary>
    public BeadClaim? Claim => BeadClaim.From(Fields.Object("claim"));

    public string? ClaimedBy => Claim?.Agent;

    /// <summary>Adds a mark; one that is there stays as it is.</summary>
    internal Message WithMark(string key, string agent, DateTimeOffset at) => Marks(key).ContainsKey(agent)
        ? this
        : new(Fields.WithElements(key, [.. Fields.Elements(key), JsonFields.Empty.With("agent", agent).With("at", at).ToCompact()]));

    internal Message With(string key, DateTimeOffset value) => new(Fields.With(key, value));

    internal Message With(BeadClaim claim) => new(Fields.With("claim", claim.ToFields()));

    private Dictionary<string, DateTimeOffset> Marks(string key)
    {
        var marks = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var mark in Fields.Objects(key))
        {
            if (mark.String("agent") is { } agent)
                marks.TryAdd(agent, mark.Time("at") ?? DateTimeOffset.MinValue);
        }

        return marks;
    }
}
