using CodeSyncer.Core.Errors;

namespace CodeSyncer.Core.Ledger.Beads;

/// <summary>Creates beads, one or many in one change: all of them, with their children and dependencies, or none.</summary>
public static class BeadCreation
{
    /// <returns>The new beads, each before its children, in the order of the drafts.</returns>
    /// <exception cref="CodeSyncerException">A title, value or id is bad, an id is taken, or the dependencies hold a cycle.</exception>
    public static IReadOnlyList<Bead> Create(LedgerChange change, IReadOnlyList<BeadDraft> drafts, BeadIdSource ids)
    {
        var made = new List<(BeadDraft Draft, string Id, string? Parent)>();
        var lastChild = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var draft in drafts)
            Make(change, draft, null, ids, made, lastChild);

        // Only now does every id exist that a draft may name.
        foreach (var (draft, id, parent) in made)
        {
            if (parent is not null)
                BeadDependencies.Link(change, id, parent, DependencyType.ParentChild, null);
            foreach (var (type, target) in draft.Dependencies)
                BeadDependencies.Link(change, id, target, type, null);
        }

        return [.. made.Select(entry => change.ReadBead(entry.Id)!)];
    }

    private static void Make(
        LedgerChange change, BeadDraft draft, string? parent, BeadIdSource ids, List<(BeadDraft, string, string?)> made, Dictionary<string, int> lastChild)
    {
        // A parent among the drafts may come later in the list; then the child has an id of its own form.
        parent ??= draft.Parent;
        var known = parent is not null && change.Resolve(LedgerPath.Beads, parent).Count > 0 ? BeadLookup.FindLiving(change, parent).Id : null;
        var id = draft.Id is { } wanted ? CheckFree(change, wanted) : NewId(change, known, ids, made.Count, lastChild);
        change.Write(Build(change, draft, id));
        change.Note($"create {id}: {draft.Title}");
        made.Add((draft, id, known ?? parent));
        foreach (var child in draft.Children)
            Make(change, child, id, ids, made, lastChild);
    }

    private static string CheckFree(LedgerChange change, string id) =>
        !BeadId.IsValid(id) ? throw LedgerErrors.BadId(id) : change.ReadBead(id) is null ? id : throw LedgerErrors.TakenId(id);

    private static string NewId(LedgerChange change, string? parent, BeadIdSource ids, int more, Dictionary<string, int> lastChild)
    {
        if (parent is not null)
        {
            if (!lastChild.TryGetValue(parent, out var last))
                last = BeadId.LastChild(parent, change.ChildrenOf(parent).Select(node => node.Id));
            if (BeadId.NewChild(parent, last, IsTaken) is { } child)
            {
                lastChild[parent] = BeadId.LastChild(parent, [child]);
                return child;
            }
        }

        return BeadId.New(ids.Prefix, ids.Count + more, ids.Random, IsTaken);

        bool IsTaken(string id) => change.ReadBead(id) is not null;
    }

    private static Bead Build(LedgerChange change, BeadDraft draft, string id)
    {
        if (draft.Priority is < 0 or > 4)
            throw LedgerErrors.BadValue("priority", $"{draft.Priority}", "a priority is 0 (most urgent) to 4");
        var bead = new Bead(JsonFields.Empty.With("id", id).With("title", BeadFields.CheckTitle(draft.Title))
                .With("status", BeadStatus.Open).With("priority", draft.Priority).With("issue_type", BeadFields.CheckWord("issue_type", draft.IssueType))
                .With("created_at", change.Now).With("created_by", change.Actor.Name).With("updated_at", change.Now))
            .With("assignee", BeadFields.CheckName(draft.Assignee))
            .With("labels", [.. draft.Labels.Select(BeadFields.CheckLabel).Distinct()]);
        foreach (var (key, value) in draft.Fields)
        {
            var raw = BeadFields.Parse(key, value);
            bead = key == "status" ? BeadRules.WithStatus(change, bead, value) : raw is { } some ? bead.WithRaw(key, some) : bead.Without(key);
        }

        return draft.IsClosed ? BeadRules.WithStatus(change, bead, BeadStatus.Closed) : bead;
    }
}
