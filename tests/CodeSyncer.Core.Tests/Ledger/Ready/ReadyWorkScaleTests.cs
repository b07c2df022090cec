using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Ready;

namespace CodeSyncer.Core.Tests.Ledger.Ready;

/// <summary>Shapes that a recursive or a quadratic answer would not survive.</summary>
public class ReadyWorkScaleTests
{
    private const int Count = 100_000;

    private static readonly BeadNode[] Nodes =
        [.. Enumerable.Range(0, Count).Select(i => new BeadNode($"bd-{i}", "t", "open", "task", i % 5, WorkGraph.Now.AddSeconds(-i), false, false, null, null, null))];

    private static ReadyWork Work(Func<int, BeadEdge> edge) => new(Nodes, [.. Enumerable.Range(1, Count - 1).Select(edge)], WorkGraph.Now);

    [Fact]
    public void A_chain_of_100_000_beads_has_one_that_is_ready() =>
        Assert.Equal("bd-0", Assert.Single(Work(i => new BeadEdge($"bd-{i}", $"bd-{i - 1}", "blocks", null)).Ready()).Id);

    [Fact]
    public void A_blocked_ancestor_reaches_100_000_generations()
    {
        var work = Work(i => i == 1 ? new BeadEdge("bd-1", "bd-0", "blocks", null) : new BeadEdge($"bd-{i}", $"bd-{i - 1}", "parent-child", null));
        Assert.Equal("bd-0", Assert.Single(work.Ready()).Id);
        Assert.Equal(Count - 1, work.BlockedBeads().Count);
    }

    [Fact]
    public void Many_gates_on_one_parent_of_many_children_take_no_more_than_their_sum()
    {
        var work = Work(i => i % 2 == 0 ? new BeadEdge($"bd-{i}", "bd-0", "parent-child", null) : new BeadEdge($"bd-{i}", "bd-0", "waits-for", null));
        Assert.Equal(Count / 2, work.Ready().Count);
        Assert.All(work.BlockedBeads(), bead => Assert.Equal(10, Assert.Single(bead.Reasons).Children.Count));
    }
}
