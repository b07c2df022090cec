using System.Text;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Merge;

namespace CodeSyncer.Core.Tests.Ledger.Merge;

public class LedgerMergeTests
{
    private static readonly Bead Base = new(JsonFields.Parse(
        """{"id":"bd-a","title":"t","status":"open","priority":2,"issue_type":"task","created_at":"2026-01-01T00:00:00Z","created_by":"kim","updated_at":"2026-01-01T00:00:00Z","own":{"k": 1}}"""));

    private static Bead At(Bead bead, int minute) => bead.With("updated_at", $"2026-01-02T00:{minute:00}:00Z");

    private static Bead Merge(Bead? b, Bead ours, Bead theirs) => new(LedgerMerge.Merge(b?.Fields, ours.Fields, theirs.Fields)!);

    [Fact]
    public void Different_fields_come_together()
    {
        var merged = Merge(Base, At(Base.With("title", "new"), 1), At(Base.WithRaw("priority", "0"u8.ToArray()), 2));
        Assert.Equal("""{"id":"bd-a","title":"new","status":"open","priority":0,"issue_type":"task","created_at":"2026-01-01T00:00:00Z","created_by":"kim","updated_at":"2026-01-02T00:02:00Z","own":{"k": 1}}""", merged.Fields.ToString());
    }

    [Fact]
    public void Of_one_field_the_later_value_wins_and_the_other_is_kept()
    {
        var merged = Merge(Base, At(Base.With("title", "late"), 2), At(Base.With("title", "early"), 1));
        Assert.Equal("late", merged.Title);
        Assert.Equal("""[{"field":"title","value":"early","updated_at":"2026-01-02T00:01:00Z","from":"kim"}]""", Encoding.UTF8.GetString(merged.Fields.Raw("history")!.Value.Span));
    }

    [Fact]
    public void A_field_that_one_removed_and_the_other_changed_later_stays()
    {
        var merged = Merge(Base, At(Base.Without("own"), 1), At(Base.WithRaw("own", "2"u8.ToArray()), 2));
        Assert.Equal(2, merged.Fields.Int("own"));
        Assert.Equal("null", Encoding.UTF8.GetString(new HistoryEntry(Assert.Single(merged.Fields.Objects("history"))).Value.Span));
    }

    [Fact]
    public void One_closes_while_the_other_edits_and_both_stand()
    {
        var closed = At(Base.With("status", "closed").With("closed_at", "2026-01-02T00:01:00Z").With("close_reason", "done"), 1);
        var merged = Merge(Base, closed, At(Base.With("title", "new"), 2));
        Assert.Equal(("closed", "new", "done"), (merged.Status, merged.Title, merged.CloseReason));
        Assert.False(merged.Fields.Has("history"));
    }

    [Fact]
    public void Two_claims_leave_one_holder_and_the_other_in_the_history()
    {
        Bead Claimed(string name, int minute) => At(Base.With("status", "in_progress").With("assignee", name)
            .WithRaw("claim", new BeadClaim(name, "/" + name, "s", "t").ToFields().ToCompact()), minute);
        var merged = Merge(Base, Claimed("kim", 1), Claimed("lee", 2));
        Assert.Equal(("lee", "lee"), (merged.Assignee, merged.Claim!.Agent));
        Assert.Equal([("assignee", "kim"), ("claim", "kim")], merged.Fields.Objects("history").Select(entry => new HistoryEntry(entry)).Select(entry => (entry.Field, entry.From)));
    }

    [Fact]
    public void A_deletion_wins_over_a_later_closing_which_is_kept()
    {
        var deleted = At(Base.With("status", "tombstone").With("deleted_at", "2026-01-02T00:01:00Z"), 1);
        var closed = At(Base.With("status", "closed").With("closed_at", "2026-01-02T00:09:00Z").With("title", "new"), 9);
        var merged = Merge(Base, closed, deleted);
        Assert.Equal(("tombstone", "new"), (merged.Status, merged.Title));
        Assert.Null(merged.ClosedAt);
        Assert.Contains(merged.Fields.Objects("history"), entry => entry.String("field") == "status" && entry.String("value") == "closed");
    }

    [Fact]
    public void An_old_copy_of_a_deleted_bead_does_not_bring_it_back()
    {
        var deleted = At(Base.With("status", "tombstone").With("deleted_at", "2026-01-02T00:01:00Z"), 1);
        Assert.True(Merge(Base, deleted, Base).IsTombstone);
        Assert.True(Merge(null, Base, deleted).IsTombstone);
        Assert.True(Merge(null, At(Base, 30), deleted).IsTombstone);
    }

    [Fact]
    public void An_item_of_one_side_alone_stays()
    {
        Assert.Equal(Base.Fields, LedgerMerge.Merge(null, Base.Fields, null));
        Assert.Equal(Base.Fields, LedgerMerge.Merge(Base.Fields, null, Base.Fields));
        Assert.Equal(Base.Fields, LedgerMerge.Merge(Base.Fields, null, null));
        Assert.Null(LedgerMerge.Merge(null, null, null));
    }

    [Fact]
    public void Edges_merge_by_target_and_type_with_all_that_they_hold()
    {
        static ReadOnlyMemory<byte> Edge(string text) => Encoding.UTF8.GetBytes(text);
        var kept = Edge("""{"depends_on_id":"bd-1","type":"blocks","x": 1}""");
        var gone = Edge("""{"depends_on_id":"bd-2","type":"blocks"}""");
        var changed = Edge("""{"depends_on_id":"bd-2","type":"blocks","metadata":"m"}""");
        var b = Base.WithElements("dependencies", [kept, gone]);
        Assert.Equal([kept.ToArray()], Merge(b, At(b.WithElements("dependencies", [kept]), 2), At(b.With("title", "x"), 1)).Fields.Elements("dependencies").Select(raw => raw.ToArray()));
        var merged = Merge(b, At(b.WithElements("dependencies", [kept]), 2), At(b.WithElements("dependencies", [kept, changed]), 1));
        Assert.Equal([kept.ToArray(), changed.ToArray()], merged.Fields.Elements("dependencies").Select(raw => raw.ToArray()));
    }

    [Fact]
    public void A_set_that_is_no_list_on_one_side_is_one_value()
    {
        var merged = Merge(Base, At(Base.WithRaw("labels", "\"odd\""u8.ToArray()), 1), At(Base.With("labels", ["a"]), 2));
        Assert.Equal(["a"], merged.Labels);
        Assert.Equal("odd", Assert.Single(merged.Fields.Objects("history")).String("value"));
    }

    [Fact]
    public void A_cycle_that_two_clones_made_together_is_reported_once_and_no_edge_is_lost()
    {
        var ledger = new MemoryLedger();
        ledger.Add("bd-a");
        ledger.Add("bd-b", ("blocks", "bd-a"));
        ledger.Add("bd-c", ("blocks", "bd-b"));
        ledger.Add("bd-d", ("blocks", "bd-a"));
        Assert.Empty(MergedCycles.Find(ledger.Beads, ledger.EdgesFrom));
        var other = ledger["bd-a"].WithElements("dependencies", ["""{"depends_on_id":"bd-c","type":"parent-child"}"""u8.ToArray()]);
        ledger.Items[LedgerPath.Bead("bd-a")] = other.Fields;
        Assert.Equal(["bd-a", "bd-c", "bd-b", "bd-a"], Assert.Single(MergedCycles.Find(ledger.Beads, ledger.EdgesFrom)));
    }
}
