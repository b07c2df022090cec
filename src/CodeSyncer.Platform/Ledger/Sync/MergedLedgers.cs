using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Merge;
using CodeSyncer.Platform.Ledger.Storage;

namespace CodeSyncer.Platform.Ledger.Sync;

/// <summary>What two ledgers come to: every item merged by its fields, with the last state that both had.</summary>
internal sealed class MergedLedgers
{
    private readonly LedgerTree _ours;
    private readonly Dictionary<string, JsonFields> _merged = new(StringComparer.Ordinal);

    public MergedLedgers(LedgerRepository repository, LedgerTree @base, LedgerTree ours, LedgerTree theirs)
    {
        _ours = ours;
        var mine = LedgerTree.Differences(@base, ours).ToDictionary(item => item.Path, item => item.New, StringComparer.Ordinal);
        foreach (var (path, old, blob) in LedgerTree.Differences(@base, theirs))
        {
            if (blob is null)
                continue;
            var remote = Parse(repository, path, blob);
            if (!mine.TryGetValue(path, out var own) || own is null)
                _merged[path] = remote;
            else if (own != blob)
                Merge(repository, path, old, Parse(repository, path, own), remote, mine);
        }
    }

    /// <summary>By path, the items that differ from ours.</summary>
    public IReadOnlyDictionary<string, JsonFields> Items => _merged;

    /// <summary>Beads of ours that had to take another id, because the remote has another bead under theirs.</summary>
    public List<(string Old, string New)> Moved { get; } = [];

    /// <summary>Cycles that the edges of both sides close together. The edges are kept.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cycles() => MergedCycles.Find(
        _merged.Where(item => item.Key.StartsWith(LedgerPath.Beads + "/", StringComparison.Ordinal)).Select(item => new Bead(item.Value)).ToList(),
        id => BeadId.IsValid(id) && Find(LedgerPath.Bead(id)) is { } fields ? new Bead(fields).Edges() : []);

    private JsonFields? Find(string path) =>
        _merged.GetValueOrDefault(path) ?? (_ours.ReadItem(path) is { } content ? JsonFields.Parse(content) : null);

    private void Merge(LedgerRepository repository, string path, string? old, JsonFields own, JsonFields remote, Dictionary<string, string?> mine)
    {
        var before = old is null ? null : Parse(repository, path, old);
        if (path.StartsWith(LedgerPath.Beads + "/", StringComparison.Ordinal) && IdCollision.Is(before, own, remote))
        {
            _merged[path] = remote;
            Move(repository, new Bead(own), mine);
        }
        else if (LedgerMerge.Merge(before, own, remote) is { } merged && !merged.Equals(own))
        {
            _merged[path] = merged;
        }
    }

    /// <summary>Ours gets an id of its own, and what of ours points to it follows.</summary>
    private void Move(LedgerRepository repository, Bead own, Dictionary<string, string?> mine)
    {
        var id = IdCollision.NewId(own);
        Moved.Add((own.Id, id));
        _merged[LedgerPath.Bead(id)] = IdCollision.Move(own, id).Fields;
        foreach (var (path, blob) in mine.Where(item => item.Value is not null && item.Key != LedgerPath.Bead(own.Id)))
        {
            var item = _merged.GetValueOrDefault(path) ?? Parse(repository, path, blob!);
            if (IdCollision.Retarget(item, own.Id, id) is var follows && !follows.Equals(item))
                _merged[path] = follows;
        }
    }

    private static JsonFields Parse(LedgerRepository repository, string path, string blob)
    {
        try
        {
            return JsonFields.Parse(repository.ReadBlob(blob));
        }
        catch (FormatException error)
        {
            throw LedgerErrors.BrokenItem(path, error.Message);
        }
    }
}
