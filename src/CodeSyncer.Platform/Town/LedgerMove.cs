using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Sync;

namespace CodeSyncer.Platform.Town;

/// <summary>Moves the items of a repository's own ledger into a town's, and back; ids stay.</summary>
internal sealed class LedgerMove(TownWorkspace town, GitRepository yours)
{
    private string Own => LedgerPlace.OwnLedger(yours);

    /// <summary>
    /// Merges all of it into the town's ledger; its beads then belong to the rig. The repository's own ledger rests. What came
    /// here before and went back has left the town's ledger: it is written anew, since for a merge it is deleted.
    /// </summary>
    public void Into(string rig)
    {
        if (!File.Exists(Path.Combine(Own, "HEAD")))
            return;
        var items = OwnItems();
        new LedgerSync(town.Store, yours, town.Own).TakeOver(Own, $"the ledger of {rig}");
        town.Store.Change(town.Own, (change, _) =>
        {
            foreach (var (path, fields) in items.Where(item => change.Read(item.Path) is null))
                change.Write(path, fields);
            foreach (var (path, _) in items)
            {
                if (change.Read(path) is { } fields && path.StartsWith(LedgerPath.Beads, StringComparison.Ordinal) && !IsOfSomeRig(fields))
                    Core.Town.RigRules.Belong(change, new Bead(fields), rig);
            }

            return true;
        });
    }

    /// <summary>What belongs to the rig goes back into the repository's own ledger, and leaves the town's.</summary>
    public void Back(string rig)
    {
        var index = town.Store.Index();
        var items = new Dictionary<string, JsonFields>(StringComparer.Ordinal);
        foreach (var fields in index.Items(LedgerPath.Beads).Where(fields => string.Equals(fields.String("rig"), rig, StringComparison.OrdinalIgnoreCase)))
            items[LedgerPath.Bead(fields.String("id")!)] = fields;
        foreach (var convoy in index.Items(LedgerPath.Convoys).Select(fields => new Convoy(fields)).Where(convoy => convoy.Beads.Count > 0 && convoy.Beads.All(id => items.ContainsKey(LedgerPath.Bead(id)))))
            items[LedgerPath.Convoy(convoy.Id)] = convoy.Fields;
        if (items.Count == 0)
            return;
        using var own = new LedgerPlace(Own, town.Place.Sessions, town.Place.Prefix, null).Open();
        own.Change(town.Actor, (change, _) =>
        {
            foreach (var (path, fields) in items)
                change.Write(path, fields);
            change.Note($"{items.Count} items come back from the town {town.Settings.Name}");
            return true;
        });
        town.Store.Delete(town.Actor, items.Keys, $"{items.Count} items leave with {rig}");
    }

    private bool IsOfSomeRig(JsonFields bead) => bead.String("rig") is { Length: > 0 } rig && town.Settings.Rig(rig) is not null;

    private List<(string Path, JsonFields Fields)> OwnItems()
    {
        using var own = new LedgerPlace(Own, town.Place.Sessions, town.Place.Prefix, null).Open();
        var index = own.Index();
        return [
            .. index.Items(LedgerPath.Beads).Select(fields => (LedgerPath.Bead(fields.String("id")!), fields)),
            .. index.Items(LedgerPath.Convoys).Select(fields => (LedgerPath.Convoy(fields.String("id")!), fields)),
        ];
    }
}
