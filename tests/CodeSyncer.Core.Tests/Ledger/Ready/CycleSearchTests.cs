using CodeSyncer.Core.Ledger.Ready;

namespace CodeSyncer.Core.Tests.Ledger.Ready;

public class CycleSearchTests
{
    private readonly WorkGraph _graph = new();

    private string Cycle(params string[] ids) => string.Join(' ', CycleSearch.FirstFrom(ids, _graph.From) ?? []);

    [Fact]
    public void Chains_and_diamonds_hold_no_circle()
    {
        _graph.Add("a").Add("b", "blocks:a").Add("c", "blocks:a").Add("d", "blocks:b", "blocks:c", "parent:a", "related:d");
        Assert.Equal("", Cycle("d", "c", "b", "a", "nobody"));
    }

    [Fact]
    public void A_circle_is_named_from_its_first_bead_back_to_it()
    {
        _graph.Add("start", "blocks:a").Add("a", "blocks:b").Add("b", "all:c").Add("c", "parent:a").Add("self", "blocks:self");
        Assert.Equal("a b c a", Cycle("start"));
        Assert.Equal("c a b c", Cycle("c"));
        Assert.Equal("self self", Cycle("self"));
    }

    [Fact]
    public void A_long_chain_is_searched_without_recursion()
    {
        var edges = Enumerable.Range(0, 100_000).ToDictionary(i => $"b{i}", i => (IReadOnlyList<CodeSyncer.Core.Ledger.BeadEdge>)[new($"b{i}", $"b{(i + 1) % 100_000}", "blocks", null)]);
        Assert.Equal(100_001, CycleSearch.FirstFrom(["b0"], id => edges[id])!.Count);
    }
}
