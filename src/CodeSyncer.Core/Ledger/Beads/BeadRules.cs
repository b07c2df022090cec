using CodeSyncer.Core.Errors;

namespace CodeSyncer.Core.Ledger.Beads;

/// <summary>
/// What can be done to a bead. Each rule reads and writes through the change; it throws before it writes anything of
/// its own. Ids may be parts of ids. <c>closed_at</c> is there exactly while a bead is closed.
/// </summary>
public static class BeadRules
{
    /// <summary>Sets fields to new values, all or none. The status decides about what hangs on it, whichever way it is set.</summary>
    /// <exception cref="CodeSyncerException">An id or a value is bad.</exception>
    public static Bead Update(LedgerChange change, string id, IReadOnlyList<BeadEdit> edits)
    {
        var before = BeadLookup.FindLiving(change, id);
        var bead = before;
        foreach (var (key, value) in edits)
        {
            var raw = BeadFields.Parse(key, value);
            bead = key switch
            {
                "status" => WithStatus(change, bead, value),
                "assignee" => WithAssignee(bead, value),
                _ => raw is { } some ? bead.WithRaw(key, some) : bead.Without(key),
            };
        }

        return Save(change, before, bead, $"update {before.Id}: {string.Join(", ", edits.Select(edit => edit.Key))}");
    }

    /// <summary>Closes it and takes the claim off. A closed one stays as it is, unless another reason is given.</summary>
    public static Bead Close(LedgerChange change, string id, string? reason = null)
    {
        var before = BeadLookup.FindLiving(change, id);
        var bead = before.IsClosed ? before : WithStatus(change, before, BeadStatus.Closed);
        if (!string.IsNullOrEmpty(reason))
            bead = bead.With("close_reason", reason);
        return Save(change, before, bead, string.IsNullOrEmpty(reason) ? $"close {before.Id}" : $"close {before.Id}: {reason}");
    }

    /// <summary>Opens it for anyone. One that is open stays as it is.</summary>
    public static Bead Reopen(LedgerChange change, string id, string? reason = null)
    {
        var before = BeadLookup.FindLiving(change, id);
        if (before.Status == BeadStatus.Open)
            return before;
        var bead = WithStatus(change, before, BeadStatus.Open).Without("assignee");
        return Save(change, before, bead, string.IsNullOrEmpty(reason) ? $"reopen {before.Id}" : $"reopen {before.Id}: {reason}");
    }

    /// <summary>Adds a comment of the one who acts.</summary>
    public static Bead Comment(LedgerChange change, string id, string text, BeadIdSource ids)
    {
        var before = BeadLookup.FindLiving(change, id);
        if (string.IsNullOrWhiteSpace(text))
            throw LedgerErrors.BadValue("comment", text, "say something");
        var comment = JsonFields.Empty.With("id", ids.NewCommentId()).With("issue_id", before.Id)
            .With("author", change.Actor.Name).With("text", text).With("created_at", change.Now);
        return Save(change, before, Append(before, "comments", comment), $"comment {before.Id}");
    }

    /// <summary>Adds and removes labels; what is there, or not there, already is fine.</summary>
    public static Bead Label(LedgerChange change, string id, IReadOnlyList<string> add, IReadOnlyList<string> remove)
    {
        var before = BeadLookup.FindLiving(change, id);
        var labels = before.Labels.Union(add.Select(BeadFields.CheckLabel)).Except(remove.Select(label => label.Trim())).ToList();
        var bead = labels.SequenceEqual(before.Labels) ? before : before.With("labels", labels);
        return Save(change, before, bead, $"label {before.Id}");
    }

    /// <summary>Deletes it: a tombstone stays, so that no clone brings it back and its id is never given again. Twice is fine.</summary>
    public static Bead Delete(LedgerChange change, string id, string? reason = null)
    {
        var before = BeadLookup.Find(change, id);
        if (before.IsTombstone)
            return before;
        var bead = before.Without("closed_at", "claim").With("status", BeadStatus.Tombstone).With("deleted_at", change.Now)
            .With("deleted_by", change.Actor.Name).With("delete_reason", reason).With("original_type", before.IssueType);
        return Save(change, before, bead, string.IsNullOrEmpty(reason) ? $"delete {before.Id}" : $"delete {before.Id}: {reason}");
    }

    /// <summary>
    /// Writes a bead that differs from what it was, with a later <c>updated_at</c>: a clock that is behind does not
    /// make an edit older than what it edits.
    /// </summary>
    internal static Bead Save(LedgerChange change, Bead before, Bead bead, string note)
    {
        if (bead.Fields.Equals(before.Fields))
            return before;
        var isSameChange = change.Writes.ContainsKey(LedgerPath.Bead(before.Id));
        var earliest = isSameChange || before.UpdatedAt == DateTimeOffset.MaxValue ? before.UpdatedAt : before.UpdatedAt.AddTicks(1);
        bead = bead.With("updated_at", change.Now > earliest ? change.Now : earliest);
        change.Write(bead);
        change.Note(note);
        return bead;
    }

    /// <summary>Adds an object to a list, the entries there stay byte for byte.</summary>
    internal static Bead Append(Bead bead, string key, JsonFields entry) =>
        bead.WithElements(key, [.. bead.Fields.Elements(key), entry.ToCompact()]);

    internal static Bead WithStatus(LedgerChange change, Bead bead, string status)
    {
        if (status == BeadStatus.Tombstone)
            throw LedgerErrors.BadValue("status", status, "use 'bead delete'");
        if (status == bead.Status)
            return bead;
        bead = bead.With("status", status);
        if (status == BeadStatus.Closed)
            return bead.Without("claim").With("closed_at", change.Now).With("closed_by_session", change.Actor.Session);
        bead = bead.Without("closed_at", "close_reason", "closed_by_session");
        if (status is BeadStatus.Open or BeadStatus.Deferred or BeadStatus.Pinned)
            bead = bead.Without("claim");
        return status == BeadStatus.InProgress && !bead.Fields.Has("started_at") ? bead.With("started_at", change.Now) : bead;
    }

    private static Bead WithAssignee(Bead bead, string name) =>
        (bead.Claim is { } claim && claim.Agent != name ? bead.Without("claim") : bead).With("assignee", name);
}
