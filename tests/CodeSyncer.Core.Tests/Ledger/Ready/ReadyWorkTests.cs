using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Ready;

namespace CodeSyncer.Core.Tests.Ledger.Ready;

public class ReadyWorkTests
{
    private readonly WorkGraph _graph = new();

    private string Ordered(ReadyOrder order) => string.Join(' ', _graph.Work.Ready(order).Select(bead => bead.Id));

    private void Add(string id, int priority, double hoursAgo) =>
        _graph.Add(id).Set(id, bead => bead with { Priority = priority, CreatedAt = WorkGraph.Now.AddHours(-hoursAgo) });

    [Fact]
    public void Children_of_a_deferred_parent_wait_and_grandchildren_do_not()
    {
        _graph.Add("epic").Add("child", "parent:epic").Add("grandchild", "parent:child").Set("epic", bead => bead with { DeferUntil = WorkGraph.Now.AddDays(1) });
        Assert.Equal("grandchild", _graph.Ready);
        Assert.Equal(Readiness.Deferred, _graph.Work.Of("child"));
        _graph.Set("epic", bead => bead with { DeferUntil = WorkGraph.Now });
        Assert.Equal("epic child grandchild", _graph.Ready);
    }

    [Fact]
    public void A_bead_deferred_into_the_future_waits_and_one_deferred_into_the_past_does_not()
    {
        _graph.Add("later").Set("later", bead => bead with { DeferUntil = WorkGraph.Now.AddSeconds(1) })
            .Add("past").Set("past", bead => bead with { DeferUntil = WorkGraph.Now.AddSeconds(-1) })
            .Add("word").Status("word", BeadStatus.Deferred);
        Assert.Equal("past", _graph.Ready);
        Assert.Equal(Readiness.Deferred, _graph.Work.Of("word"));
    }

    [Theory]
    [InlineData("merge-request")]
    [InlineData("gate")]
    [InlineData("molecule")]
    [InlineData("message")]
    [InlineData("agent")]
    [InlineData("role")]
    [InlineData("rig")]
    public void Types_that_are_no_work_are_never_ready_but_block(string type)
    {
        _graph.Add("a").Set("a", bead => bead with { IssueType = type }).Add("b", "blocks:a");
        Assert.Equal("", _graph.Ready);
        Assert.Equal(Readiness.Aside, _graph.Work.Of("a"));
        Assert.Equal("b", _graph.BlockedIds);
    }

    [Fact]
    public void Pinned_and_ephemeral_beads_and_all_states_but_open_are_not_ready()
    {
        _graph.Add("pin").Set("pin", bead => bead with { Pinned = true }).Add("wisp").Set("wisp", bead => bead with { Ephemeral = true }).Add("free");
        foreach (var status in new[] { "in_progress", "hooked", "blocked", "pinned", "closed", "tombstone", "in-review" })
            _graph.Add(status).Status(status, status);
        Assert.Equal("free", _graph.Ready);
        Assert.Equal(
            [Readiness.InProgress, Readiness.InProgress, Readiness.Blocked, Readiness.Aside, Readiness.Done, Readiness.Deleted, Readiness.Aside],
            new[] { "in_progress", "hooked", "blocked", "pinned", "closed", "tombstone", "in-review" }.Select(id => _graph.Work.Of(id)!.Value));
        Assert.Null(_graph.Work.Of("nobody"));
    }

    [Fact]
    public void The_order_is_priority_then_the_newest_then_the_id()
    {
        Add("b", 1, 5);
        Add("a", 1, 5);
        Add("new", 1, 1);
        Add("urgent", 0, 900);
        Add("late", 4, 0);
        Assert.Equal("urgent new a b late", Ordered(ReadyOrder.Priority));
    }

    [Fact]
    public void Oldest_first_ignores_priority()
    {
        Add("urgent", 0, 1);
        Add("old", 4, 100);
        Assert.Equal("old urgent", Ordered(ReadyOrder.Oldest));
    }

    [Fact]
    public void Hybrid_offers_what_is_new_by_priority_and_then_the_rest_by_age()
    {
        Add("old-urgent", 0, 49);
        Add("older", 4, 500);
        Add("bound", 3, 48);
        Add("new", 1, 2);
        Add("newest", 1, 1);
        Assert.Equal("new newest bound older old-urgent", Ordered(ReadyOrder.Hybrid));
    }

    [Fact]
    public void Blocked_beads_are_listed_with_their_reasons_also_those_in_progress_and_those_blocked_by_hand()
    {
        _graph.Add("a").Add("b", "blocks:a").Status("b", BeadStatus.InProgress).Add("hand").Status("hand", BeadStatus.Blocked).Add("done", "blocks:a").Close("done");
        var blocked = _graph.Work.BlockedBeads();
        Assert.Equal(["b", "hand"], blocked.Select(entry => entry.Bead.Id));
        Assert.Equal("a", Assert.Single(blocked[0].Reasons).Id);
        Assert.Empty(blocked[1].Reasons);
    }
}
