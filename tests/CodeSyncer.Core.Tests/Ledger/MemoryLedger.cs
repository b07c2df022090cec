using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Core.Tests.Ledger;

/// <summary>A ledger in memory: changes that are made on it land whole, as those of the store do.</summary>
internal sealed class MemoryLedger : ILedgerState
{
    private int _random;

    public Dictionary<string, JsonFields> Items { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public Actor Actor { get; set; } = new("kim", "/trees/a", "s1");

    public BeadIdSource Ids => new("bd", Beads.Count(), bound => (_random = ((_random * 31) + 17) & 0xffff) % bound);

    public IEnumerable<Bead> Beads => Items.Where(item => item.Key.StartsWith("beads/", StringComparison.Ordinal)).Select(item => new Bead(item.Value));

    public Bead this[string id] => new(Items[LedgerPath.Bead(id)]);

    /// <summary>One second later, one transaction: all that it writes lands, unless it throws.</summary>
    public T Change<T>(Func<LedgerChange, T> act)
    {
        Now = Now.AddSeconds(1);
        var change = new LedgerChange(this, Actor, Now);
        var result = act(change);
        foreach (var (path, fields) in change.Writes)
            Items[path] = JsonFields.Parse(fields.ToLines());
        return result;
    }

    public Bead Add(string id, params (string Type, string Id)[] dependencies) =>
        Change(change => BeadCreation.Create(change, [new BeadDraft($"Title of {id}") { Id = id, Dependencies = dependencies }], Ids))[0];

    public JsonFields? Read(string path) => Items.GetValueOrDefault(path);

    public IReadOnlyList<string> Resolve(string kind, string part)
    {
        var ids = Items.Keys.Where(path => path.StartsWith($"{kind}/", StringComparison.Ordinal)).Select(path => path[(path.LastIndexOf('/') + 1)..^".json".Length]).ToList();
        return new Func<string, bool>[]
            {
                id => id == part,
                id => id == $"bd-{part}",
                id => id[(id.LastIndexOf('-') + 1)..] == part,
                id => id.Contains(part, StringComparison.Ordinal),
            }
            .Select(step => ids.Where(step).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    public IReadOnlyList<BeadNode> ChildrenOf(string id) =>
        [.. EdgesTo(id).Where(edge => edge.Type == DependencyType.ParentChild).Select(edge => this[edge.From].ToNode())];

    public IReadOnlyList<BeadEdge> EdgesFrom(string id) => Items.ContainsKey(LedgerPath.Bead(id)) ? this[id].Edges() : [];

    public IReadOnlyList<BeadEdge> EdgesTo(string id) => [.. Beads.SelectMany(bead => bead.Edges()).Where(edge => edge.To == id)];
}
