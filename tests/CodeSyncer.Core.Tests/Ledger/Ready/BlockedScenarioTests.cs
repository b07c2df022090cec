using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Tests.Ledger.Ready;

/// <summary>What blocks and what does not, one situation a test.</summary>
public class BlockedScenarioTests
{
    private readonly WorkGraph _graph = new();

    [Fact]
    public void In_a_chain_only_the_first_open_bead_is_ready()
    {
        _graph.Add("a").Add("b", "blocks:a").Add("c", "blocks:b");
        Assert.Equal("a", _graph.Ready);
        _graph.Close("a");
        Assert.Equal("b", _graph.Ready);
        _graph.Close("b");
        Assert.Equal("c", _graph.Ready);
        Assert.Equal("", _graph.BlockedIds);
    }

    [Fact]
    public void A_diamond_closes_when_both_its_sides_are_done()
    {
        _graph.Add("a").Add("b", "blocks:a").Add("c", "conditional-blocks:a").Add("d", "blocks:b", "blocks:c");
        Assert.Equal("a", _graph.Ready);
        Assert.Equal("conditional-blocks:a", _graph.Reasons("c"));
        _graph.Close("a");
        Assert.Equal("b c", _graph.Ready);
        _graph.Close("b");
        Assert.Equal("blocks:c", _graph.Reasons("d"));
        _graph.Close("c");
        Assert.Equal("d", _graph.Ready);
    }

    [Fact]
    public void A_blocked_parent_blocks_all_its_descendants()
    {
        _graph.Add("x").Add("epic", "blocks:x").Add("child", "parent:epic").Add("grandchild", "parent:child").Add("great", "parent:grandchild").Add("free");
        Assert.Equal("x free", _graph.Ready);
        Assert.Equal("epic child grandchild great", _graph.BlockedIds);
        Assert.Equal("blocks:x", _graph.Reasons("epic"));
        Assert.Equal("parent-child:grandchild", _graph.Reasons("great"));
        _graph.Close("x");
        Assert.Equal("epic child grandchild great free", _graph.Ready);
    }

    [Fact]
    public void What_is_below_a_blocked_bead_stays_blocked_through_a_closed_one_between_them()
    {
        _graph.Add("x").Add("epic", "blocks:x").Add("child", "parent:epic").Add("grandchild", "parent:child").Close("child");
        Assert.Equal("epic grandchild", _graph.BlockedIds);
    }

    [Fact]
    public void What_is_done_is_not_blocked_and_hands_no_blocker_on()
    {
        _graph.Add("x").Add("epic", "blocks:x").Add("child", "parent:epic").Close("epic");
        Assert.Equal("x child", _graph.Ready);
        Assert.Equal("", _graph.Reasons("epic"));
    }

    [Fact]
    public void An_open_epic_does_not_block_its_children_nor_they_it()
    {
        _graph.Add("epic").Add("a", "parent:epic").Add("b", "parent:epic");
        Assert.Equal("epic a b", _graph.Ready);
    }

    [Fact]
    public void A_gate_of_all_children_waits_for_the_last_and_closes_again_with_a_reopened_one()
    {
        _graph.Add("epic").Add("a", "parent:epic").Add("b", "parent:epic").Add("after", "all:epic").Add("plain", "waits-for:epic");
        Assert.Equal("waits-for:epic(a,b)", _graph.Reasons("after"));
        _graph.Close("a");
        Assert.Equal("waits-for:epic(b)", _graph.Reasons("after"));
        _graph.Close("b");
        Assert.Equal("epic after plain", _graph.Ready);
        _graph.Reopen("a");
        Assert.Equal("epic a", _graph.Ready);
        Assert.Equal("after plain", _graph.BlockedIds);
    }

    [Fact]
    public void A_gate_of_any_children_opens_with_the_first_and_closes_again_when_that_is_reopened()
    {
        _graph.Add("epic").Add("a", "parent:epic").Add("b", "parent:epic").Add("after", "any:epic");
        Assert.Equal("waits-for:epic(a,b)", _graph.Reasons("after"));
        _graph.Close("a");
        Assert.Equal("", _graph.BlockedIds);
        _graph.Reopen("a");
        Assert.Equal("after", _graph.BlockedIds);
    }

    [Theory]
    [InlineData("all:epic")]
    [InlineData("any:epic")]
    public void A_gate_without_children_or_with_none_that_is_open_is_met(string gate)
    {
        _graph.Add("epic").Add("after", gate);
        Assert.Equal("epic after", _graph.Ready);
        _graph.Add("a", "parent:epic").Status("a", BeadStatus.Tombstone).Add("b", "parent:epic").Status("b", BeadStatus.Pinned);
        Assert.Equal("epic after", _graph.Ready);
        _graph.Add("c", "parent:epic");
        Assert.Equal("after", _graph.BlockedIds);
    }

    [Fact]
    public void A_deleted_child_opens_no_gate_of_any_children()
    {
        _graph.Add("epic").Add("a", "parent:epic").Add("b", "parent:epic").Add("after", "any:epic").Status("a", BeadStatus.Tombstone);
        Assert.Equal("waits-for:epic(b)", _graph.Reasons("after"));
    }

    [Fact]
    public void A_closed_target_does_not_open_the_gate_on_its_children()
    {
        _graph.Add("epic").Add("a", "parent:epic").Add("after", "all:epic").Close("epic");
        Assert.Equal("after", _graph.BlockedIds);
    }

    [Fact]
    public void Broken_metadata_of_a_gate_means_all_children()
    {
        _graph.Add("epic").Add("a", "parent:epic").Close("a").Add("b", "parent:epic").Add("after");
        foreach (var metadata in new[] { null, "", "{", "\"any-children\"", """{"note":"any-children"}""", """{"gate":["any-children"]}""" })
        {
            _graph.Edges.RemoveAll(edge => edge.From == "after");
            _graph.Edges.Add(new BeadEdge("after", "epic", DependencyType.WaitsFor, metadata));
            Assert.Equal("after", _graph.BlockedIds);
        }
    }

    [Fact]
    public void A_removed_edge_frees_its_bead()
    {
        _graph.Add("a").Add("b", "blocks:a");
        Assert.Equal("b", _graph.BlockedIds);
        _graph.Edges.Clear();
        Assert.Equal("a b", _graph.Ready);
    }

    [Fact]
    public void A_deleted_blocker_blocks_nobody()
    {
        _graph.Add("a").Add("b", "blocks:a", "conditional-blocks:a").Add("kid", "parent:a").Add("c", "all:a").Status("a", BeadStatus.Tombstone);
        Assert.Equal("b kid c", _graph.Ready);
    }

    [Fact]
    public void A_deleted_bead_hands_nothing_on()
    {
        _graph.Add("x").Add("gone", "blocks:x").Add("child", "parent:gone").Status("gone", BeadStatus.Tombstone);
        Assert.Equal("x child", _graph.Ready);
    }

    [Fact]
    public void A_dangling_target_blocks_nobody()
    {
        _graph.Add("a", "blocks:nowhere", "conditional-blocks:external:x:y", "all:nowhere", "parent:nowhere").Add("b", "parent:nowhere");
        _graph.Edges.Add(new BeadEdge("nobody", "a", DependencyType.Blocks, null));
        Assert.Equal("a b", _graph.Ready);
    }

    [Theory]
    [InlineData("open", true)]
    [InlineData("in_progress", true)]
    [InlineData("blocked", true)]
    [InlineData("deferred", true)]
    [InlineData("hooked", true)]
    [InlineData("in-review", true)]
    [InlineData("closed", false)]
    [InlineData("tombstone", false)]
    [InlineData("pinned", false)]
    public void Every_status_of_a_target_blocks_but_closed_tombstone_and_pinned(string status, bool blocks)
    {
        _graph.Add("a").Add("b", "blocks:a").Status("a", status);
        Assert.Equal(blocks ? "b" : "", _graph.BlockedIds);
    }

    [Theory]
    [InlineData("related")]
    [InlineData("discovered-from")]
    [InlineData("tracks")]
    [InlineData("Blocks")]
    [InlineData("my-own-word")]
    public void Other_types_never_block(string type)
    {
        _graph.Add("a").Add("b", $"{type}:a");
        Assert.Equal("a b", _graph.Ready);
    }

    [Fact]
    public void Cycles_that_came_by_import_block_their_beads_and_end()
    {
        _graph.Add("a", "blocks:b").Add("b", "blocks:a").Add("self", "blocks:self").Add("p", "parent:q").Add("q", "parent:p").Add("free");
        Assert.Equal("a b self", _graph.BlockedIds);
        Assert.Equal("p q free", _graph.Ready);
        _graph.Depend("p", "blocks:free");
        Assert.Equal("a b self p q", _graph.BlockedIds);
    }
}
