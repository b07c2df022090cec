using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Merge;
using CodeSyncer.Platform.Ledger.Storage;

namespace CodeSyncer.Platform.Ledger;

/// <summary>Proves every item of a ledger readable and every invariant true, straight from git: no index is asked.</summary>
public sealed class LedgerVerify(LedgerRepository ledger)
{
    private readonly List<LedgerProblem> _problems = [];
    private readonly Dictionary<string, Bead> _beads = new(StringComparer.Ordinal);
    private readonly List<(string Path, JsonFields Fields)> _convoys = [];

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<LedgerProblem> Run()
    {
        if (ledger.Tip() is not { } tip)
            return _problems;
        var (code, _, error) = ledger.Git().Run(null, "fsck", "--no-dangling", "--no-progress");
        if (code != 0)
            _problems.Add(new LedgerProblem("", "git fsck: " + error.Trim().Replace("\n", "; ", StringComparison.Ordinal), IsError: true));
        foreach (var (path, _, blob) in LedgerTree.Differences(LedgerTree.Empty, ledger.Tree(tip)))
            Look(path, blob!);
        foreach (var bead in _beads.Values)
            LookAtEdges(bead);
        foreach (var cycle in MergedCycles.Find(_beads.Values, id => _beads.TryGetValue(id, out var bead) ? bead.Edges() : []))
            _problems.Add(new LedgerProblem(LedgerPath.Bead(cycle[0]), "a cycle of dependencies: " + string.Join(" -> ", cycle), IsError: true));
        foreach (var (path, convoy) in _convoys)
        {
            foreach (var id in convoy.StringList("beads").Where(id => !_beads.ContainsKey(id)))
                _problems.Add(new LedgerProblem(path, $"holds '{id}', which is no bead here", IsError: false));
        }

        return [.. _problems.OrderBy(problem => problem.Path, StringComparer.Ordinal)];
    }

    private void Look(string path, string blob)
    {
        Count++;
        if (!LedgerPath.TryParse(path, out var kind, out var name))
        {
            _problems.Add(new LedgerProblem(path, "no item stands at such a path", IsError: true));
            return;
        }

        JsonFields fields;
        try
        {
            fields = JsonFields.Parse(ledger.ReadBlob(blob));
        }
        catch (Exception error) when (error is FormatException or InvalidDataException)
        {
            _problems.Add(new LedgerProblem(path, error.Message, IsError: true));
            return;
        }

        if (kind is LedgerPath.Beads or LedgerPath.Convoys or LedgerPath.MailKind && fields.String("id") != name)
            _problems.Add(new LedgerProblem(path, $"says that its id is '{fields.String("id")}'", IsError: true));
        if (kind == LedgerPath.Beads)
            LookAtBead(path, _beads[name] = new Bead(fields));
        else if (kind == LedgerPath.Convoys)
            _convoys.Add((path, fields));
    }

    private void LookAtBead(string path, Bead bead)
    {
        void Error(bool isWrong, string what)
        {
            if (isWrong)
                _problems.Add(new LedgerProblem(path, what, IsError: true));
        }

        Error(bead.Title.Length == 0 && !bead.IsTombstone, "has no title");
        Error(bead.IsClosed && !bead.Fields.Has("closed_at"), "is closed and does not say when");
        Error(!bead.IsClosed && !bead.IsTombstone && bead.Fields.Has("closed_at"), $"is {bead.Status} and says when it was closed");
        Error(bead.Claim is not null && bead.Assignee != bead.Claim.Agent, "is claimed by another one than it is assigned to");
        Error(bead.Claim is not null && bead.Status is not (BeadStatus.InProgress or BeadStatus.Hooked or BeadStatus.Blocked), $"is {bead.Status} and still claimed");
        foreach (var time in (string[])["created_at", "updated_at", "closed_at", "defer_until", "started_at"])
            Error(bead.Fields.Has(time) && bead.Fields.Time(time) is null, $"has '{bead.Fields.String(time)}' as {time}, which is no time");
        Error(bead.Priority > 4, $"has the priority {bead.Priority}");
    }

    private void LookAtEdges(Bead bead)
    {
        var path = LedgerPath.Bead(bead.Id);
        foreach (var edge in bead.Dependencies.Where(edge => !_beads.ContainsKey(edge.DependsOnId)))
            _problems.Add(new LedgerProblem(path, $"depends ({edge.Type}) on '{edge.DependsOnId}', which is no bead here", IsError: false));
        var parents = bead.IsTombstone ? [] : bead.Dependencies.Where(edge => edge.Type == DependencyType.ParentChild).Select(edge => edge.DependsOnId).ToList();
        if (parents.Count > 1)
            _problems.Add(new LedgerProblem(path, $"has {parents.Count} parents: {string.Join(", ", parents)}", IsError: false));
    }
}
