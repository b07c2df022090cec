namespace CodeSyncer.Core.Ledger.Merge;

/// <summary>Which keys of an item merge otherwise than as one value, whatever kind of item it is.</summary>
internal static class MergeKeys
{
    public const string UpdatedAt = "updated_at";
    public const string Status = "status";
    public const string History = "history";
    public const string Comments = "comments";

    /// <summary>These move together, from one side: an item that is closed has its time of closing, a claim its assignee.</summary>
    public static IReadOnlyList<string> State { get; } =
    [
        Status, "assignee", "claim", "started_at", "closed_at", "close_reason", "closed_by_session",
        "deleted_at", "deleted_by", "delete_reason", "original_type",
    ];

    /// <summary>How an entry of a list is told from the others; null: the key holds no set.</summary>
    public static Func<ReadOnlyMemory<byte>, string>? IdentityIn(string key) => key switch
    {
        "labels" or "waiters" or "beads" or "members" => Text,
        "dependencies" => raw => Parts(raw, "depends_on_id", "type"),
        Comments => raw => Parts(raw, "id", "author", "created_at", "text"),
        // Marks: a name, or an object that says also when.
        "read_by" or "acked_by" => raw => Parts(raw, "agent"),
        History => Text,
        _ => null,
    };

    /// <summary>What is united: nothing in it is ever removed by a merge.</summary>
    public static bool IsUnited(string key) => key is Comments or History or "read_by" or "acked_by";

    private static string Parts(ReadOnlyMemory<byte> raw, params ReadOnlySpan<string> keys)
    {
        if (raw.Span[0] != (byte)'{')
            return Text(raw);
        var fields = JsonFields.ReadInner(raw);
        var identity = "";
        foreach (var key in keys)
            identity += fields.Raw(key) is { } part ? $"{Text(part)}\0" : "\0";
        return identity;
    }

    private static string Text(ReadOnlyMemory<byte> raw) => JsonText.Decode(raw.Span) ?? System.Text.Encoding.UTF8.GetString(raw.Span);
}
