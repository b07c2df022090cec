using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Tests.Ledger;

public class LedgerPathTests
{
    [Fact]
    public void Items_spread_over_the_trees()
    {
        var trees = Enumerable.Range(0, 10_000).Select(i => LedgerPath.Bead($"bd-{i}")[6..8]).CountBy(tree => tree).ToList();
        Assert.Equal(256, trees.Count);
        Assert.InRange(trees.Max(tree => tree.Value), 39, 90);
    }

    [Theory]
    [InlineData("beads/bd-1.json")]
    [InlineData("beads/zz/bd-1.json")]
    [InlineData("other/00/bd-1.json")]
    [InlineData("")]
    public void A_path_of_another_shape_is_none(string path) => Assert.False(LedgerPath.TryParse(path, out _, out _));

    [Fact]
    public void A_path_says_what_stands_there()
    {
        Assert.True(LedgerPath.TryParse(LedgerPath.Bead("bd-a3f.1"), out var kind, out var id));
        Assert.Equal(("beads", "bd-a3f.1"), (kind, id));
    }
}
