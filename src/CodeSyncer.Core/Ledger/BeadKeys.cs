namespace CodeSyncer.Core.Ledger;

/// <summary>The keys of a bead in the order in which Beads writes them, and our own after them. Source: types.Issue of Beads 0.9 to 1.0.5.</summary>
public static class BeadKeys
{
    public static IReadOnlyList<string> All { get; } =
    [
        "id", "content_hash", "title", "description", "design", "acceptance_criteria", "notes", "spec_id",
        "status", "priority", "issue_type", "assignee", "owner", "estimated_minutes",
        "created_at", "created_by", "updated_at", "started_at", "closed_at", "close_reason", "closed_by_session", "due_at", "defer_until",
        "external_ref", "source_system", "metadata",
        "compaction_level", "compacted_at", "compacted_at_commit", "original_size", "source_repo",
        "labels", "dependencies", "comments",
        "deleted_at", "deleted_by", "delete_reason", "original_type",
        "sender", "ephemeral", "no_history", "wisp_type", "pinned", "is_template",
        "bonded_from", "creator", "await_type", "await_id", "timeout", "waiters", "source_formula", "source_location",
        "hook_bead", "role_bead", "agent_state", "last_activity", "role_type", "rig",
        "mol_type", "work_type", "event_kind", "actor", "target", "payload",
        "replies_to", "duplicate_of", "superseded_by",
        "claim", "history",
    ];

    private static readonly Dictionary<string, int> Ranks = All.Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);

    /// <summary>The first place at which every key before it stays before it: a new key stands where Beads would write it.</summary>
    public static int PlaceFor(string key, IReadOnlyList<JsonField> fields)
    {
        if (!Ranks.TryGetValue(key, out var rank))
            return fields.Count;
        for (var i = fields.Count - 1; i >= 0; i--)
        {
            if (Ranks.TryGetValue(fields[i].Key, out var other) && other < rank)
                return i + 1;
        }

        return 0;
    }
}
