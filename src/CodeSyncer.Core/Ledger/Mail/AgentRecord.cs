namespace CodeSyncer.Core.Ledger.Mail;

/// <summary>
/// An address that is known because somebody said so: an item of <c>agents/</c>, made by registering an agent or by sending
/// with <c>--new</c>. It never changes: <c>With</c> gives a new one.
/// </summary>
public sealed class AgentRecord(JsonFields fields)
{
    public const string CrewRole = "crew";
    public const string MayorRole = "mayor";
    public const string PolecatRole = "polecat";

    /// <summary>For completion; any other word is fine.</summary>
    public static IReadOnlyList<string> Roles { get; } = [CrewRole, MayorRole, PolecatRole];

    public JsonFields Fields { get; } = fields;

    /// <summary>The agent's name as given, or the text of a group or queue.</summary>
    public string Name => Fields.String("name") ?? "";

    /// <summary>Null: nothing but that mail may go there.</summary>
    public string? Role => Fields.String("role") is { Length: > 0 } role ? role : null;

    public string? Rig => Fields.String("rig") is { Length: > 0 } rig ? rig : null;

    public DateTimeOffset CreatedAt => Fields.Time("created_at") ?? DateTimeOffset.MinValue;

    public string? CreatedBy => Fields.String("created_by");

    public DateTimeOffset UpdatedAt => Fields.Time("updated_at") ?? DateTimeOffset.MinValue;

    /// <summary>The item stays, so that no clone brings it back.</summary>
    public bool IsRemoved => Fields.String("status") == BeadStatus.Tombstone;
}
