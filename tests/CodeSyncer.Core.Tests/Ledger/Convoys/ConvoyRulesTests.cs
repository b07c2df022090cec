using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Convoys;

namespace CodeSyncer.Core.Tests.Ledger.Convoys;

public class ConvoyRulesTests
{
    private readonly MemoryLedger _ledger = new();

    private BeadIdSource Ids => _ledger.Ids with { Prefix = Convoy.IdPrefix };

    private Convoy Create(string name, params string[] beads) => _ledger.Change(change => ConvoyRules.Create(change, name, beads, Ids));

    private Convoy Stored(string id) => new(_ledger.Items[LedgerPath.Convoy(id)]);

    private CodeSyncerException Refused(Func<LedgerChange, Convoy> act)
    {
        var written = -1;
        var error = Assert.Throws<CodeSyncerException>(() => _ledger.Change(change =>
        {
            try
            {
                return act(change);
            }
            finally
            {
                written = change.Writes.Count;
            }
        }));
        Assert.Equal(0, written);
        return error;
    }

    [Fact]
    public void A_convoy_holds_its_beads_once_in_their_order_and_nothing_of_its_progress()
    {
        _ledger.Add("bd-a");
        _ledger.Add("bd-b");
        var convoy = Create("  Friday  ", "b", "bd-a", "bd-b");
        Assert.StartsWith("cv-", convoy.Id, StringComparison.Ordinal);
        Assert.Equal(["id", "name", "beads", "created_at", "created_by", "updated_at"], Stored(convoy.Id).Fields.Fields.Select(field => field.Key));
        Assert.Equal(["bd-b", "bd-a"], Stored(convoy.Id).Beads);
        Assert.Equal(("Friday", "kim", _ledger.Now), (convoy.Name, convoy.CreatedBy, convoy.CreatedAt));
    }

    [Fact]
    public void A_convoy_may_begin_empty() => Assert.Empty(Create("later").Beads);

    [Fact]
    public void An_unknown_or_deleted_bead_is_refused_before_anything_is_written()
    {
        _ledger.Add("bd-a");
        _ledger.Add("bd-gone");
        _ledger.Change(change => BeadRules.Delete(change, "bd-gone"));
        var convoy = Create("c", "bd-a");
        Assert.Equal("UnknownBead", Refused(change => ConvoyRules.Create(change, "d", ["bd-a", "bd-zz"], Ids)).Id);
        Assert.Equal("DeletedBead", Refused(change => ConvoyRules.Add(change, convoy.Id, ["bd-a", "bd-gone"])).Id);
        Assert.Equal("BadId", Refused(change => ConvoyRules.Add(change, convoy.Id, ["../x"])).Id);
    }

    [Fact]
    public void Beads_in_a_circle_are_refused_and_the_circle_is_named()
    {
        _ledger.Items[LedgerPath.Bead("bd-a")] = JsonFields.Parse("""{"id":"bd-a","title":"a","dependencies":[{"issue_id":"bd-a","depends_on_id":"bd-b","type":"blocks"}]}""");
        _ledger.Items[LedgerPath.Bead("bd-b")] = JsonFields.Parse("""{"id":"bd-b","title":"b","dependencies":[{"issue_id":"bd-b","depends_on_id":"bd-a","type":"waits-for"}]}""");
        _ledger.Add("bd-c");
        var error = Refused(change => ConvoyRules.Create(change, "d", ["bd-c", "bd-a"], Ids));
        Assert.Equal(("ConvoyCycle", ErrorKind.BadInput), (error.Id, error.Kind));
        Assert.EndsWith(": bd-a -> bd-b -> bd-a", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_a_new_bead_to_a_closed_convoy_opens_it_and_one_that_is_in_it_does_not()
    {
        _ledger.Add("bd-a");
        _ledger.Add("bd-b");
        var id = Create("c", "bd-a").Id;
        var closed = _ledger.Change(change => ConvoyRules.Close(change, id, "enough"));
        Assert.Equal((_ledger.Now, "enough"), (closed.ClosedAt!.Value, closed.CloseReason));
        Assert.True(_ledger.Change(change => ConvoyRules.Add(change, id, ["bd-a"])).IsClosed);
        var open = _ledger.Change(change => ConvoyRules.Add(change, id, ["bd-b"]));
        Assert.False(open.IsClosed);
        Assert.Null(open.CloseReason);
        Assert.Equal(["bd-a", "bd-b"], Stored(id).Beads);
    }

    [Fact]
    public void Closing_twice_changes_nothing()
    {
        var id = Create("c").Id;
        var first = _ledger.Change(change => ConvoyRules.Close(change, id));
        var writes = _ledger.Change(change =>
        {
            ConvoyRules.Close(change, id);
            return change.Writes.Count;
        });
        Assert.Equal((0, first.Fields), (writes, Stored(id).Fields));
    }

    [Fact]
    public void Deleted_and_unknown_beads_can_be_taken_out_and_what_is_not_in_it_is_an_error()
    {
        _ledger.Add("bd-a");
        _ledger.Add("bd-b");
        var id = Create("c", "bd-a", "bd-b").Id;
        _ledger.Change(change => BeadRules.Delete(change, "bd-a"));
        _ledger.Items.Remove(LedgerPath.Bead("bd-b"));
        Assert.Equal("NotInConvoy", Refused(change => ConvoyRules.Remove(change, id, ["bd-a", "bd-c"])).Id);
        Assert.Empty(_ledger.Change(change => ConvoyRules.Remove(change, id, ["bd-a", "bd-b"])).Beads);
    }

    [Fact]
    public void Unknown_keys_of_a_convoy_survive_every_change()
    {
        _ledger.Add("bd-a");
        _ledger.Items[LedgerPath.Convoy("cv-x")] = JsonFields.Parse("""{"id":"cv-x","name":"n","color":{"a":1.00},"updated_at":"2030-01-01T00:00:00Z"}""");
        var convoy = _ledger.Change(change => ConvoyRules.Add(change, "x", ["a"]));
        Assert.Equal("""{"a":1.00}""", System.Text.Encoding.UTF8.GetString(convoy.Fields.Raw("color")!.Value.Span));
        Assert.True(convoy.UpdatedAt > new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\nb")]
    [InlineData("\u001b[31m")]
    public void Bad_names_are_refused(string name) => Assert.Equal("BadConvoyName", Refused(change => ConvoyRules.Create(change, name, [], Ids)).Id);

    [Fact]
    public void A_name_of_10_000_characters_is_refused_and_cut_in_the_message() =>
        Assert.InRange(Refused(change => ConvoyRules.Create(change, new string('x', 10_000), [], Ids)).Message.Length, 80, 200);

    [Theory]
    [InlineData("cv-none", "UnknownConvoy")]
    [InlineData("../cv", "BadId")]
    [InlineData("", "BadId")]
    public void Unknown_convoys_are_errors(string id, string error) => Assert.Equal(error, Refused(change => ConvoyRules.Close(change, id)).Id);

    [Fact]
    public void A_part_that_several_convoys_have_lists_them()
    {
        foreach (var id in new[] { "cv-ab1", "cv-ab2" })
            _ledger.Items[LedgerPath.Convoy(id)] = JsonFields.Empty.With("id", id);
        Assert.Equal("'ab' may be any of 2 convoys: cv-ab1, cv-ab2", Refused(change => ConvoyRules.Close(change, "ab")).Message);
    }
}
