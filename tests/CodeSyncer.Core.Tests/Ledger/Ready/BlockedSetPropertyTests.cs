using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Ready;
using CsCheck;

namespace CodeSyncer.Core.Tests.Ledger.Ready;

/// <summary>Against a reference that follows the words of the definition, bead by bead, on graphs with cycles and dangling edges.</summary>
public class BlockedSetPropertyTests
{
    private static readonly string[] States = ["open", "open", "open", "closed", "closed", "in_progress", "pinned", "tombstone", "custom"];
    private static readonly string[] Types = ["blocks", "parent-child", "parent-child", "waits-for", "conditional-blocks", "related"];
    private static readonly string?[] Gates = [null, """{"gate":"any-children"}""", """{"gate":"all-children"}"""];

    private static readonly Gen<(BeadNode[] Nodes, BeadEdge[] Edges)> Graphs = Gen.Select(
        Gen.OneOfConst(States).Array[0, 9],
        Gen.Select(Gen.Int[0, 10], Gen.Int[0, 10], Gen.OneOfConst(Types), Gen.OneOfConst(Gates), (from, to, type, gate) => new BeadEdge($"b{from}", $"b{to}", type, gate)).Array[0, 24],
        (states, edges) => (states.Select((status, i) => new BeadNode($"b{i}", "t", status, "task", 2, default, false, false, null, null, null)).ToArray(), edges));

    [Fact]
    public void The_set_is_that_of_the_definition() => Graphs.Sample(graph =>
    {
        var set = BlockedSet.Compute(graph.Nodes, graph.Edges);
        foreach (var node in graph.Nodes)
        {
            Assert.Equal(IsBlocked(graph, node.Id), set.Contains(node.Id));
            Assert.Equal(set.Contains(node.Id), set.Reasons(node.Id).Count > 0);
        }

        Assert.Equal(set.Ids.ToHashSet(), graph.Nodes.Select(node => node.Id).Where(set.Contains).ToHashSet());
    }, iter: 8_000);

    [Fact]
    public void The_closure_of_a_bead_says_the_same_of_it_as_the_whole_graph() => Graphs.Sample(graph =>
    {
        var whole = BlockedSet.Compute(graph.Nodes, graph.Edges);
        foreach (var node in graph.Nodes)
        {
            var (nodes, edges) = GraphClosure.Of([node.Id], id => Node(graph, id), id => [.. graph.Edges.Where(e => e.From == id)], id => [.. graph.Edges.Where(e => e.To == id)]);
            Assert.Equal(whole.Contains(node.Id), BlockedSet.Compute(nodes, edges).Contains(node.Id));
        }
    }, iter: 2_000);

    [Fact]
    public void Only_affected_beads_change_with_a_bead() => Gen.Select(Graphs, Gen.Int[0, 8], Gen.OneOfConst(States)).Sample((graph, which, status) =>
    {
        if (which >= graph.Nodes.Length)
            return;
        var before = BlockedSet.Compute(graph.Nodes, graph.Edges);
        var nodes = graph.Nodes.Select((node, i) => i == which ? node with { Status = status } : node).ToArray();
        var after = BlockedSet.Compute(nodes, graph.Edges);
        var affected = GraphClosure.Affected([$"b{which}"], id => [.. graph.Edges.Where(e => e.From == id)], id => [.. graph.Edges.Where(e => e.To == id)]);
        Assert.Subset(affected.ToHashSet(), nodes.Select(node => node.Id).Where(id => before.Contains(id) != after.Contains(id)).ToHashSet());
    }, iter: 4_000);

    private static BeadNode? Node((BeadNode[] Nodes, BeadEdge[] Edges) graph, string id) => graph.Nodes.FirstOrDefault(node => node.Id == id);

    private static bool IsOpen(BeadNode? node) => node is not null && node.Status is not ("closed" or "tombstone" or "pinned");

    private static bool IsBlocked((BeadNode[] Nodes, BeadEdge[] Edges) graph, string id) =>
        IsOpen(Node(graph, id)) && AncestorsAndSelf(graph, id).Any(bead => IsHeldByItself(graph, bead));

    private static HashSet<string> AncestorsAndSelf((BeadNode[] Nodes, BeadEdge[] Edges) graph, string id)
    {
        var all = new HashSet<string> { id };
        while (graph.Edges.FirstOrDefault(e => e.Type == "parent-child" && all.Contains(e.From) && Node(graph, e.From)?.Status is not (null or "tombstone") && !all.Contains(e.To)) is { } edge)
            all.Add(edge.To);
        return all;
    }

    private static bool IsHeldByItself((BeadNode[] Nodes, BeadEdge[] Edges) graph, string id) => IsOpen(Node(graph, id)) && graph.Edges.Where(e => e.From == id).Any(edge =>
    {
        var target = Node(graph, edge.To);
        if (edge.Type is "blocks" or "conditional-blocks")
            return IsOpen(target);
        if (edge.Type != "waits-for" || target is null or { Status: "tombstone" })
            return false;
        var children = graph.Edges.Where(e => e.Type == "parent-child" && e.To == edge.To).Select(e => Node(graph, e.From)).ToList();
        var isAny = edge.Metadata?.Contains("any") == true;
        return children.Any(IsOpen) && !(isAny && children.Any(child => child?.Status == "closed"));
    });
}
