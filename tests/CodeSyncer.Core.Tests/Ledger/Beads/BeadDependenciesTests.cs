using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Core.Tests.Ledger.Beads;

public class BeadDependenciesTests
{
    private readonly MemoryLedger _ledger = new();

    private CodeSyncerException Refused(string from, string to, string type, string? metadata = null)
    {
        var before = _ledger.Items.ToDictionary();
        var error = Assert.Throws<CodeSyncerException>(() => _ledger.Change(change => BeadDependencies.Add(change, from, to, type, metadata)));
        Assert.Equal(before, _ledger.Items);
        return error;
    }

    [Theory]
    [InlineData("blocks")]
    [InlineData("conditional-blocks")]
    [InlineData("waits-for")]
    [InlineData("parent-child")]
    public void A_cycle_over_any_blocking_types_is_refused_and_named(string type)
    {
        _ledger.Add("bd-a");
        _ledger.Add("bd-b", ("parent-child", "bd-a"));
        _ledger.Add("bd-c", ("blocks", "bd-b"));
        var error = Refused("bd-a", "bd-c", type);
        Assert.Equal("that would close a cycle: bd-a -> bd-c -> bd-b -> bd-a", error.Message);
        Assert.Equal("SelfDependency", Refused("bd-a", "bd-a", type).Id);
    }

    [Fact]
    public void Types_that_never_block_may_go_round()
    {
        _ledger.Add("bd-a");
        _ledger.Add("bd-b", ("related", "bd-a"));
        _ledger.Change(change => BeadDependencies.Add(change, "bd-a", "bd-b", "related"));
        _ledger.Change(change => BeadDependencies.Add(change, "bd-a", "bd-b", "my-own-word"));
        _ledger.Change(change => BeadDependencies.Add(change, "bd-a", "bd-b", "blocks"));
        Assert.Equal(["related", "my-own-word", "blocks"], _ledger["bd-a"].Dependencies.Select(edge => edge.Type));
    }

    [Fact]
    public void A_deleted_bead_closes_no_cycle()
    {
        _ledger.Add("bd-a");
        _ledger.Add("bd-b", ("blocks", "bd-a"));
        _ledger.Add("bd-c", ("blocks", "bd-b"));
        _ledger.Change(change => BeadRules.Delete(change, "bd-b"));
        _ledger.Change(change => BeadDependencies.Add(change, "bd-a", "bd-c", "blocks"));
    }

    [Fact]
    public void A_chain_of_many_thousand_beads_is_searched_without_recursion()
    {
        for (var i = 0; i < 20_000; i++)
            _ledger.Items[LedgerPath.Bead($"bd-{i}")] = JsonFields.Parse($$"""{"id":"bd-{{i}}","title":"t","dependencies":[{"issue_id":"bd-{{i}}","depends_on_id":"bd-{{i + 1}}","type":"blocks"}]}""");
        _ledger.Items[LedgerPath.Bead("bd-20000")] = JsonFields.Parse("""{"id":"bd-20000","title":"t"}""");
        Assert.True(Refused("bd-20000", "bd-0", "blocks").Message.Length < 300);
    }

    [Fact]
    public void Adding_twice_is_fine_and_new_metadata_replaces_the_old_within_the_edge()
    {
        _ledger.Add("bd-b");
        _ledger.Items[LedgerPath.Bead("bd-a")] = JsonFields.Parse("""{"id":"bd-a","title":"t","dependencies":[{"issue_id":"bd-a","depends_on_id":"bd-b","type":"waits-for","thread_id":"t1","x":1.0}]}""");
        _ledger.Change(change => BeadDependencies.Add(change, "bd-a", "bd-b", "waits-for"));
        Assert.False(_ledger["bd-a"].Fields.Has("updated_at"));
        _ledger.Change(change => BeadDependencies.Add(change, "bd-a", "bd-b", "waits-for", """{"gate":"any-children"}"""));
        Assert.Equal("""{"issue_id":"bd-a","depends_on_id":"bd-b","type":"waits-for","thread_id":"t1","x":1.0,"metadata":"{\"gate\":\"any-children\"}"}""", Assert.Single(_ledger["bd-a"].Dependencies).Fields.ToString());
        Assert.Equal("""{"gate":"any-children"}""", Assert.Single(_ledger.EdgesFrom("bd-a")).Metadata);
    }

    [Theory]
    [InlineData("bd-zz", "blocks", null, "UnknownBead")]
    [InlineData("bd-b", "two words", null, "BadValue")]
    [InlineData("bd-b", "waits-for", """{"gate":"none"}""", "BadValue")]
    [InlineData("bd-b", "blocks", "no json", "BadValue")]
    public void A_bad_edge_is_refused(string to, string type, string? metadata, string id)
    {
        _ledger.Add("bd-a");
        _ledger.Add("bd-b");
        Assert.Equal(id, Refused("bd-a", to, type, metadata).Id);
    }

    [Fact]
    public void Removing_takes_that_edge_only_even_a_dangling_one()
    {
        _ledger.Items[LedgerPath.Bead("bd-a")] = JsonFields.Parse("""{"id":"bd-a","title":"t","dependencies":[{"depends_on_id":"gone","type":"blocks"},{"depends_on_id":"gone","type":"related","x": 1}]}""");
        _ledger.Change(change => BeadDependencies.Remove(change, "bd-a", "gone", "blocks"));
        Assert.Equal("""{"depends_on_id":"gone","type":"related","x": 1}""", System.Text.Encoding.UTF8.GetString(Assert.Single(_ledger["bd-a"].Dependencies).Raw.Span));
        Assert.Equal("UnknownDependency", Assert.Throws<CodeSyncerException>(() => _ledger.Change(change => BeadDependencies.Remove(change, "bd-a", "gone", "blocks"))).Id);
        _ledger.Change(change => BeadDependencies.Remove(change, "bd-a", "gone"));
        Assert.False(_ledger["bd-a"].Fields.Has("dependencies"));
    }

    [Fact]
    public void A_child_has_one_parent_and_can_move()
    {
        _ledger.Add("bd-p");
        _ledger.Add("bd-q");
        _ledger.Add("bd-c", ("parent-child", "bd-p"));
        Assert.Equal("SecondParent", Refused("bd-c", "bd-q", "parent-child").Id);
        _ledger.Change(change => BeadDependencies.SetParent(change, "bd-c", "bd-q"));
        Assert.Equal("bd-q", _ledger["bd-c"].Parent);
        Assert.Equal("DependencyCycle", Assert.Throws<CodeSyncerException>(() => _ledger.Change(change => BeadDependencies.SetParent(change, "bd-q", "bd-c"))).Id);
        _ledger.Change(change => BeadDependencies.SetParent(change, "bd-c", null));
        Assert.Null(_ledger["bd-c"].Parent);
    }

    [Fact]
    public void Steps_of_one_change_see_each_other()
    {
        _ledger.Add("bd-a");
        _ledger.Add("bd-b");
        Assert.Equal("DependencyCycle", Assert.Throws<CodeSyncerException>(() => _ledger.Change(change =>
        {
            BeadDependencies.Add(change, "bd-a", "bd-b", "blocks");
            return BeadDependencies.Add(change, "bd-b", "bd-a", "blocks");
        })).Id);
        _ledger.Change(change =>
        {
            BeadDependencies.Add(change, "bd-a", "bd-b", "parent-child");
            Assert.Equal("bd-a", Assert.Single(change.ChildrenOf("bd-b")).Id);
            BeadDependencies.Remove(change, "bd-a", "bd-b");
            Assert.Empty(change.ChildrenOf("bd-b"));
            return BeadDependencies.Add(change, "bd-b", "bd-a", "blocks");
        });
        Assert.Equal(new BeadEdge("bd-b", "bd-a", "blocks", null), Assert.Single(_ledger.EdgesTo("bd-a")));
    }
}
