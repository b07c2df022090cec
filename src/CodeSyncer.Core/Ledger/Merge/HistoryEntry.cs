namespace CodeSyncer.Core.Ledger.Merge;

/// <summary>A value that lost in a merge, kept under <c>history</c>.</summary>
public sealed record HistoryEntry(JsonFields Fields)
{
    public string Field => Fields.String("field") ?? "";

    /// <summary>The value as JSON; <c>null</c> where that side had removed it.</summary>
    public ReadOnlyMemory<byte> Value => Fields.Raw("value") ?? "null"u8.ToArray();

    /// <summary>When the losing side was last changed, as it says.</summary>
    public string? UpdatedAt => Fields.String("updated_at");

    /// <summary>Who held or made the losing side, as far as it says.</summary>
    public string? From => Fields.String("from");

    internal static ReadOnlyMemory<byte> Of(JsonFields loser, string field, ReadOnlyMemory<byte>? value)
    {
        var entry = JsonFields.Empty.With("field", field).WithRaw("value", value ?? "null"u8.ToArray());
        if (loser.Raw("updated_at") is { } time)
            entry = entry.WithRaw("updated_at", time);
        var from = BeadClaim.From(loser.Object("claim"))?.Agent ?? loser.String("assignee") ?? loser.String("created_by");
        return (from is null ? entry : entry.With("from", from)).ToCompact();
    }
}
