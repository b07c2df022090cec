using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Ready;

namespace CodeSyncer.Core.Tests.Ledger.Ready;

/// <summary>A graph of beads in the words of a scenario: <c>Add("b", "blocks:a")</c> is a bead that depends on another.</summary>
internal sealed class WorkGraph
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public Dictionary<string, BeadNode> Nodes { get; } = new(StringComparer.Ordinal);

    public List<BeadEdge> Edges { get; } = [];

    public BlockedSet Blocked => BlockedSet.Compute(Nodes.Values, Edges);

    public ReadyWork Work => new(Nodes.Values, Edges, Now);

    /// <summary>Ids in the order in which they were added, with a space between.</summary>
    public string Ready => string.Join(' ', Nodes.Keys.Where(Work.IsReady));

    public string BlockedIds => string.Join(' ', Nodes.Keys.Where(Blocked.Contains));

    /// <param name="dependencies"><c>type:target</c>, or <c>any:target</c> for a waits-for gate of any-children.</param>
    public WorkGraph Add(string id, params string[] dependencies)
    {
        Nodes[id] = new BeadNode(id, $"Title of {id}", BeadStatus.Open, "task", 2, Now.AddDays(-10), false, false, null, null, null);
        foreach (var dependency in dependencies)
            Depend(id, dependency);
        return this;
    }

    public WorkGraph Depend(string id, string dependency)
    {
        var (type, target) = (dependency[..dependency.IndexOf(':')], dependency[(dependency.IndexOf(':') + 1)..]);
        Edges.Add(type switch
        {
            "any" => new BeadEdge(id, target, DependencyType.WaitsFor, """{"gate":"any-children"}"""),
            "all" => new BeadEdge(id, target, DependencyType.WaitsFor, """{"gate":"all-children"}"""),
            "parent" => new BeadEdge(id, target, DependencyType.ParentChild, null),
            _ => new BeadEdge(id, target, type, null),
        });
        return this;
    }

    public WorkGraph Set(string id, Func<BeadNode, BeadNode> change)
    {
        Nodes[id] = change(Nodes[id]);
        return this;
    }

    public WorkGraph Status(string id, string status) => Set(id, bead => bead with { Status = status });

    public WorkGraph Close(string id) => Status(id, BeadStatus.Closed);

    public WorkGraph Reopen(string id) => Status(id, BeadStatus.Open);

    public string Reasons(string id) =>
        string.Join(' ', Blocked.Reasons(id).Select(reason => $"{reason.Type}:{reason.Id}{(reason.Children.Count > 0 ? $"({string.Join(',', reason.Children)})" : "")}"));

    public BeadNode? Node(string id) => Nodes.GetValueOrDefault(id);

    public IReadOnlyList<BeadEdge> From(string id) => [.. Edges.Where(edge => edge.From == id)];

    public IReadOnlyList<BeadEdge> To(string id) => [.. Edges.Where(edge => edge.To == id)];
}
