using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Ledger.Ready;
using CodeSyncer.Core.Tests.Ledger.Ready;

namespace CodeSyncer.Core.Tests.Ledger.Convoys;

public class ConvoyProgressTests
{
    private readonly WorkGraph _graph = new();

    private static Convoy Of(params string[] beads) => new(JsonFields.Empty.With("id", "cv-1").With("name", "Friday").With("beads", beads));

    private ConvoyProgress Progress(params string[] beads) => ConvoyProgress.Of(Of(beads), _graph.Work);

    private static string Waves(ConvoyProgress progress) => string.Join(" | ", progress.Waves.Select(wave => string.Join(' ', wave)));

    private static string Stranded(ConvoyProgress progress) => string.Join(' ', progress.Beads.Where(bead => bead.IsStranded).Select(bead => bead.Bead.Id));

    [Fact]
    public void Waves_are_the_layers_of_what_is_left()
    {
        _graph.Add("a").Add("b", "blocks:a").Add("c", "blocks:a").Add("d", "blocks:b", "blocks:c").Add("e").Add("done").Close("done");
        var progress = Progress("d", "c", "b", "a", "e", "done");
        Assert.Equal("a e | c b | d", Waves(progress));
        Assert.Equal((6, 1, 2, 3, 0, ConvoyStatus.Open), (progress.Total, progress.Done, progress.Ready, progress.Blocked, progress.Stranded, progress.Status));
        _graph.Close("a");
        Assert.Equal("c b e | d", Waves(Progress("d", "c", "b", "a", "e")));
    }

    [Fact]
    public void Waves_see_through_beads_outside_of_the_convoy_through_parents_and_gates()
    {
        _graph.Add("a").Add("outside", "blocks:a").Add("b", "blocks:outside")
            .Add("epic", "blocks:b").Add("child", "parent:epic")
            .Add("tests").Add("t1", "parent:tests", "blocks:child").Add("t2", "parent:tests").Add("after", "all:tests").Add("early", "any:tests");
        Assert.Equal("a t2 | b early | child | t1 | after", Waves(Progress("a", "b", "child", "t1", "t2", "after", "early")));
    }

    [Fact]
    public void A_circle_is_named_and_what_waits_for_it_is_in_no_wave()
    {
        _graph.Add("a").Add("b", "blocks:d").Add("c", "blocks:b").Add("d", "blocks:c").Add("e", "blocks:c").Add("elsewhere", "blocks:elsewhere");
        var progress = Progress("a", "b", "c", "d", "e");
        Assert.Equal("a", Waves(progress));
        Assert.Equal("b d c b", string.Join(' ', Assert.Single(progress.Cycles)));
        Assert.Equal("b c d e", Stranded(progress));
        Assert.Equal(ConvoyStatus.Open, progress.Status);
    }

    [Fact]
    public void Parents_in_a_circle_by_themselves_hold_nobody()
    {
        _graph.Add("p", "parent:q").Add("q", "parent:p").Add("x");
        Assert.Equal("p q x", Waves(Progress("p", "q", "x")));
        Assert.Empty(Progress("p", "q", "x").Cycles);
    }

    [Fact]
    public void It_lands_when_all_is_done_and_comes_back_with_a_reopened_bead()
    {
        _graph.Add("a").Add("b").Close("a").Close("b");
        Assert.Equal((ConvoyStatus.Landed, 100), (Progress("a", "b").Status, Progress("a", "b").Percent));
        _graph.Reopen("b");
        Assert.Equal((ConvoyStatus.Open, 50), (Progress("a", "b").Status, Progress("a", "b").Percent));
    }

    [Fact]
    public void Deleted_and_unknown_beads_do_not_count()
    {
        _graph.Add("a").Close("a").Add("gone").Status("gone", BeadStatus.Tombstone);
        var progress = Progress("a", "gone", "nowhere");
        Assert.Equal(["gone", "nowhere"], progress.Missing);
        Assert.Equal((ConvoyStatus.Landed, 1), (progress.Status, progress.Total));
        Assert.Equal(ConvoyStatus.Empty, Progress("gone").Status);
        Assert.Equal(ConvoyStatus.Empty, Progress().Status);
    }

    [Fact]
    public void A_closed_convoy_is_closed_whatever_its_beads_are()
    {
        _graph.Add("a");
        Assert.Equal(ConvoyStatus.Closed, ConvoyProgress.Of(Of("a").With("closed_at", WorkGraph.Now), _graph.Work).Status);
    }

    [Fact]
    public void What_waits_for_a_bead_outside_of_the_convoy_is_stranded()
    {
        _graph.Add("outside").Add("a", "blocks:outside").Add("b", "blocks:a").Add("free");
        Assert.Equal("a b", Stranded(Progress("a", "b", "free")));
        Assert.Equal(ConvoyStatus.Open, Progress("a", "b", "free").Status);
        Assert.Equal(ConvoyStatus.Stranded, Progress("a", "b").Status);
        Assert.Equal(ConvoyStatus.Open, Progress("a", "b", "outside").Status);
        _graph.Close("outside");
        Assert.Equal(ConvoyStatus.Open, Progress("a", "b").Status);
    }

    [Theory]
    [InlineData("blocked")]
    [InlineData("pinned")]
    [InlineData("in-review")]
    [InlineData("deferred")]
    public void What_was_set_aside_by_hand_is_stranded_with_all_that_waits_for_it(string status)
    {
        _graph.Add("a").Status("a", status).Add("b", "blocks:a");
        Assert.Equal(status == "pinned" ? "a" : "a b", Stranded(Progress("a", "b")));
    }

    [Fact]
    public void What_is_deferred_to_a_time_is_not_stranded()
    {
        _graph.Add("a").Set("a", bead => bead with { DeferUntil = WorkGraph.Now.AddDays(3) }).Add("b", "blocks:a");
        Assert.Equal((ConvoyStatus.Open, 1, 1, 0), (Progress("a", "b").Status, Progress("a", "b").Deferred, Progress("a", "b").Blocked, Progress("a", "b").Stranded));
    }

    [Fact]
    public void A_bead_whose_holder_is_gone_is_stranded()
    {
        _graph.Add("a").Set("a", bead => bead with { Status = BeadStatus.InProgress, Assignee = "kim" }).Add("b", "blocks:a");
        Assert.Equal((ConvoyStatus.Open, 1), (Progress("a", "b").Status, Progress("a", "b").InProgress));
        Assert.Equal(ConvoyStatus.Stranded, ConvoyProgress.Of(Of("a", "b"), _graph.Work, bead => bead.Assignee != "kim").Status);
    }

    [Fact]
    public void The_deep_closure_of_a_convoy_says_the_same_as_the_whole_ledger()
    {
        _graph.Add("x").Add("deep").Add("outside", "blocks:deep", "blocks:a").Add("a").Add("b", "blocks:outside").Add("epic", "blocks:a").Add("c", "parent:epic")
            .Add("kid", "parent:epic", "blocks:x").Add("d", "all:epic").Add("unrelated", "blocks:d");
        var (nodes, edges) = GraphClosure.DeepOf(["b", "c", "d", "a"], _graph.Node, _graph.From, _graph.To);
        var whole = Progress("b", "c", "d", "a");
        var part = ConvoyProgress.Of(Of("b", "c", "d", "a"), new ReadyWork(nodes, edges, WorkGraph.Now));
        Assert.DoesNotContain("unrelated", nodes.Select(node => node.Id));
        Assert.Equal(Waves(whole), Waves(part));
        Assert.Equal((whole.Ready, whole.Blocked, Stranded(whole)), (part.Ready, part.Blocked, Stranded(part)));
        Assert.Equal("b d", Stranded(whole));
    }

    [Fact]
    public void A_chain_of_100_000_beads_has_as_many_waves()
    {
        var nodes = Enumerable.Range(0, 100_000).Select(i => new BeadNode($"b{i}", "t", "open", "task", 2, default, false, false, null, null, null)).ToArray();
        var edges = Enumerable.Range(1, 99_999).Select(i => new BeadEdge($"b{i}", $"b{i - 1}", i % 2 == 0 ? "blocks" : "conditional-blocks", null)).ToArray();
        Assert.Equal(100_000, ConvoyProgress.Of(Of([.. nodes.Select(node => node.Id)]), new ReadyWork(nodes, edges, default)).Waves.Count);
    }
}
