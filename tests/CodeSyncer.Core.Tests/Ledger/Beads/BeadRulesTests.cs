using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Core.Tests.Ledger.Beads;

public class BeadRulesTests
{
    private readonly MemoryLedger _ledger = new();

    [Fact]
    public void A_new_bead_has_the_fields_and_the_order_of_Beads()
    {
        var bead = _ledger.Change(change => BeadCreation.Create(change,
            [new BeadDraft("  Mend <it> ") { Labels = ["b", "a", "b"], Fields = [new("description", "why"), new("due_at", "2026-12-01")] }], _ledger.Ids))[0];
        Assert.Matches("^bd-[0-9a-z]{3}$", bead.Id);
        Assert.Equal($$"""{"id":"{{bead.Id}}","title":"Mend \u003cit\u003e","description":"why","status":"open","priority":2,"issue_type":"task","created_at":"2026-11-23T09:00:01Z","created_by":"kim","updated_at":"2026-11-23T09:00:01Z","due_at":"2026-12-01T00:00:00Z","labels":["b","a"]}""",
            bead.Fields.ToString());
    }

    [Fact]
    public void Many_are_created_at_once_with_children_and_dependencies_on_each_other()
    {
        var beads = _ledger.Change(change => BeadCreation.Create(change,
        [
            new BeadDraft("Epic")
            {
                Id = "bd-e",
                IssueType = "epic",
                Children = [new BeadDraft("One") { Dependencies = [("blocks", "bd-x")] }, new BeadDraft("Two") { IsClosed = true, Children = [new BeadDraft("Deep")] }],
            },
            new BeadDraft("Later named") { Id = "bd-x" },
        ], _ledger.Ids));
        Assert.Equal(["bd-e", "bd-e.1", "bd-e.2", "bd-e.2.1", "bd-x"], beads.Select(bead => bead.Id));
        Assert.Equal(["bd-e.1", "bd-e.2"], _ledger.ChildrenOf("bd-e").Select(node => node.Id).Order());
        Assert.Contains(new BeadEdge("bd-e.1", "bd-x", "blocks", null), _ledger.EdgesFrom("bd-e.1"));
        Assert.True(_ledger["bd-e.2"].IsClosed);
        Assert.NotNull(_ledger["bd-e.2"].ClosedAt);
        Assert.Equal(_ledger["bd-e.1"].CreatedAt, _ledger["bd-e.1"].UpdatedAt);
    }

    [Fact]
    public void Of_many_none_is_created_when_one_is_bad()
    {
        Assert.Throws<CodeSyncerException>(() => _ledger.Change(change =>
            BeadCreation.Create(change, [new BeadDraft("a"), new BeadDraft("")], _ledger.Ids)));
        Assert.Throws<CodeSyncerException>(() => _ledger.Change(change => BeadCreation.Create(change,
            [new BeadDraft("a") { Id = "bd-a", Dependencies = [("blocks", "bd-b")] }, new BeadDraft("b") { Id = "bd-b", Dependencies = [("blocks", "bd-a")] }], _ledger.Ids)));
        Assert.Empty(_ledger.Items);
    }

    [Fact]
    public void Children_deeper_than_ids_go_get_an_id_of_their_own()
    {
        _ledger.Add("bd-a");
        var id = "bd-a";
        for (var i = 0; i < 4; i++)
            id = _ledger.Change(change => BeadCreation.Create(change, [new BeadDraft("child") { Parent = id }], _ledger.Ids))[0].Id;
        Assert.DoesNotContain('.', id);
        Assert.Equal("bd-a.1.1.1", _ledger[id].Parent);
    }

    [Fact]
    public void The_number_of_a_deleted_child_is_not_given_again()
    {
        _ledger.Add("bd-a");
        Bead Child() => _ledger.Change(change => BeadCreation.Create(change, [new BeadDraft("child") { Parent = "bd-a" }], _ledger.Ids))[0];
        Child();
        _ledger.Change(change => BeadRules.Delete(change, "bd-a.1"));
        Assert.Equal("bd-a.2", Child().Id);
    }

    [Theory]
    [InlineData("title", "")]
    [InlineData("title", "two\nlines")]
    [InlineData("priority", "5")]
    [InlineData("priority", "-1")]
    [InlineData("priority", "")]
    [InlineData("status", "in progress")]
    [InlineData("status", "tombstone")]
    [InlineData("pinned", "yes")]
    [InlineData("due_at", "tomorrow")]
    [InlineData("metadata", "{")]
    [InlineData("metadata", "1,\"x\":2")]
    [InlineData("metadata", "1,\"metadata\":2")]
    [InlineData("labels", "a\u001b,b")]
    [InlineData("assignee", " x")]
    [InlineData("closed_at", "2026-11-23T09:00:00Z")]
    [InlineData("id", "bd-b")]
    [InlineData("descriptio", "x")]
    public void A_bad_value_is_refused_and_nothing_is_written(string key, string value)
    {
        _ledger.Add("bd-a");
        var before = _ledger["bd-a"].Fields;
        var error = Assert.Throws<CodeSyncerException>(() => _ledger.Change(change => BeadRules.Update(change, "bd-a", [new("notes", "x"), new(key, value)])));
        Assert.Equal(ErrorKind.BadInput, error.Kind);
        Assert.Equal(before, _ledger["bd-a"].Fields);
    }

    [Fact]
    public void A_title_may_have_500_bytes_and_no_more()
    {
        _ledger.Add("bd-a");
        _ledger.Change(change => BeadRules.Update(change, "bd-a", [new("title", new string('ü', 250))]));
        Assert.Throws<CodeSyncerException>(() => _ledger.Change(change => BeadRules.Update(change, "bd-a", [new("title", new string('ü', 250) + "a")])));
    }

    [Fact]
    public void An_update_leaves_what_it_does_not_name_byte_for_byte()
    {
        _ledger.Items[LedgerPath.Bead("bd-a")] = JsonFields.Parse("""{"x":1.50,"id":"bd-a","title":"\u0061","updated_at":"2026-11-23T09:00:00.123456789+01:00","mine":{"b": 2}}""");
        _ledger.Change(change => BeadRules.Update(change, "bd-a", [new("priority", "0"), new("assignee", "kim")]));
        Assert.Equal("""{"x":1.50,"id":"bd-a","title":"\u0061","priority":0,"assignee":"kim","updated_at":"2026-11-23T09:00:01Z","mine":{"b": 2}}""", _ledger["bd-a"].Fields.ToString());
    }

    [Fact]
    public void An_edit_is_later_than_what_it_edits_even_by_a_clock_that_is_behind()
    {
        _ledger.Add("bd-a");
        _ledger.Now = _ledger.Now.AddDays(-1);
        _ledger.Change(change => BeadRules.Update(change, "bd-a", [new("notes", "x")]));
        Assert.True(_ledger["bd-a"].UpdatedAt > _ledger["bd-a"].CreatedAt);
    }

    [Fact]
    public void A_bead_has_the_time_of_closing_exactly_while_it_is_closed()
    {
        _ledger.Add("bd-a");
        _ledger.Change(change => BeadClaims.Claim(change, "bd-a", _ => true));
        _ledger.Change(change => BeadRules.Close(change, "bd-a", "done"));
        Assert.Equal(("closed", "done", "s1"), (_ledger["bd-a"].Status, _ledger["bd-a"].CloseReason, _ledger["bd-a"].Fields.String("closed_by_session")));
        Assert.Equal(_ledger.Now, _ledger["bd-a"].ClosedAt);
        Assert.Null(_ledger["bd-a"].Claim);
        var closed = _ledger["bd-a"].Fields;
        _ledger.Change(change => BeadRules.Close(change, "bd-a"));
        Assert.Equal(closed, _ledger["bd-a"].Fields);

        _ledger.Change(change => BeadRules.Reopen(change, "bd-a"));
        Assert.Equal(("open", null, null), (_ledger["bd-a"].Status, _ledger["bd-a"].CloseReason, _ledger["bd-a"].Assignee));
        Assert.Null(_ledger["bd-a"].ClosedAt);

        _ledger.Change(change => BeadRules.Update(change, "bd-a", [new("status", "closed")]));
        Assert.NotNull(_ledger["bd-a"].ClosedAt);
        _ledger.Change(change => BeadRules.Update(change, "bd-a", [new("status", "in_progress")]));
        Assert.Null(_ledger["bd-a"].ClosedAt);
        Assert.NotNull(_ledger["bd-a"].Fields.Time("started_at"));
    }

    [Fact]
    public void Deletion_leaves_a_tombstone_that_nothing_changes_any_more()
    {
        _ledger.Add("bd-b");
        _ledger.Add("bd-a", ("blocks", "bd-b"));
        _ledger.Change(change => BeadRules.Delete(change, "bd-a", "twice"));
        var bead = _ledger["bd-a"];
        Assert.Equal(("tombstone", "kim", "twice", "task"), (bead.Status, bead.Fields.String("deleted_by"), bead.Fields.String("delete_reason"), bead.Fields.String("original_type")));
        Assert.Empty(_ledger.EdgesTo("bd-b"));
        Assert.Single(bead.Dependencies);
        foreach (var act in new Action<LedgerChange>[]
        {
            change => BeadRules.Close(change, "bd-a"),
            change => BeadRules.Reopen(change, "bd-a"),
            change => BeadRules.Update(change, "bd-a", [new("notes", "x")]),
            change => BeadClaims.Claim(change, "bd-a", _ => false),
            change => BeadDependencies.Add(change, "bd-b", "bd-a", "blocks"),
        })
            Assert.Equal("DeletedBead", Assert.Throws<CodeSyncerException>(() => _ledger.Change(change => { act(change); return 0; })).Id);
        _ledger.Change(change => BeadRules.Delete(change, "bd-a"));
        Assert.Equal(bead.Fields, _ledger["bd-a"].Fields);
        Assert.Equal("TakenId", Assert.Throws<CodeSyncerException>(() => _ledger.Add("bd-a")).Id);
    }

    [Fact]
    public void Comments_and_labels_are_added_beside_those_of_others()
    {
        _ledger.Items[LedgerPath.Bead("bd-a")] = JsonFields.Parse("""{"id":"bd-a","title":"t","labels":["x"],"comments":[{"id": 7,"text":"old","k":1}]}""");
        _ledger.Change(change => BeadRules.Comment(change, "bd-a", "new\n<b>", _ledger.Ids));
        _ledger.Change(change => BeadRules.Label(change, "bd-a", ["y", " x "], ["z"]));
        Assert.Equal("""{"id": 7,"text":"old","k":1}""", System.Text.Encoding.UTF8.GetString(_ledger["bd-a"].Fields.Elements("comments")[0].Span));
        Assert.Equal(("kim", "new\n<b>"), (_ledger["bd-a"].Comments[1].Author, _ledger["bd-a"].Comments[1].Text));
        Assert.Equal(["x", "y"], _ledger["bd-a"].Labels);
        _ledger.Change(change => BeadRules.Label(change, "bd-a", [], ["x", "y"]));
        Assert.False(_ledger["bd-a"].Fields.Has("labels"));
    }

    [Fact]
    public void Parts_of_ids_are_enough_and_several_candidates_are_listed()
    {
        _ledger.Add("bd-a1");
        _ledger.Add("bd-a1.1");
        _ledger.Add("bd-a2");
        _ledger.Change(change => Assert.IsType<Bead>(BeadLookup.Find(change, "a1")).Id == "bd-a1" ? 0 : throw new InvalidOperationException());
        var error = Assert.Throws<CodeSyncerException>(() => _ledger.Change(change => BeadLookup.Find(change, "-a")));
        Assert.Contains("bd-a1, bd-a1.1, bd-a2", error.Message, StringComparison.Ordinal);
        _ledger.Change(change => BeadRules.Delete(change, "bd-a2"));
        _ledger.Change(change => BeadRules.Delete(change, "bd-a1.1"));
        Assert.Equal("bd-a1", _ledger.Change(change => BeadLookup.Find(change, "-a")).Id);
        Assert.Equal("UnknownBead", Assert.Throws<CodeSyncerException>(() => _ledger.Change(change => BeadLookup.Find(change, "zz"))).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("a\u0000")]
    [InlineData("refs@{0}")]
    public void A_hostile_id_is_refused(string id) =>
        Assert.Equal("BadId", Assert.Throws<CodeSyncerException>(() => _ledger.Change(change => BeadLookup.Find(change, id))).Id);

    [Fact]
    public void A_message_of_ten_thousand_characters_is_cut() =>
        Assert.True(Assert.Throws<CodeSyncerException>(() => _ledger.Change(change => BeadLookup.Find(change, new string('x', 10_000)))).Message.Length < 200);
}
