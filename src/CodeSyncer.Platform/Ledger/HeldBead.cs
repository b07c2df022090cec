using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Platform.Ledger;

/// <summary>The bead that an agent works on.</summary>
public static class HeldBead
{
    /// <summary>The one in progress, or on its hook, that is assigned to the agent: claimed from this work tree, else the last one that was changed. What it has handed in is none. Null: none.</summary>
    public static Bead? Of(LedgerIndex index, Actor actor) =>
        index.Beads(new BeadQuery { Statuses = [BeadStatus.InProgress, BeadStatus.Hooked], Assignee = actor.Name })
            .Where(bead => !bead.Fields.Has(Core.Town.Submission.Key))
            .OrderByDescending(bead => bead.Claim?.WorkTree == actor.WorkTree).ThenByDescending(bead => bead.Status == BeadStatus.InProgress).ThenByDescending(bead => bead.UpdatedAt).ThenBy(bead => bead.Id, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>Whether there is a ledger at all: asking one that is not there would still load the database.</summary>
    public static bool CanBeAsked(GitRepository repository) => LedgerPlace.Of(repository).Exists;
}
