using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Core.Ledger.Merge;

namespace CodeSyncer.Core.Tests.Ledger.Mail;

/// <summary>What two clones did to one message or convoy, merged.</summary>
public class MailMergeTests
{
    private readonly PostOffice _office = new();

    /// <summary>Each act begins from the same state, as in two clones.</summary>
    private JsonFields Both(string path, Action ours, Action theirs)
    {
        var before = _office.Ledger.Items[path];
        ours();
        var left = _office.Ledger.Items[path];
        _office.Ledger.Items[path] = before;
        theirs();
        var right = _office.Ledger.Items[path];
        var merged = LedgerMerge.Merge(before, left, right)!;
        Assert.Equal(merged, LedgerMerge.Merge(before, right, left));
        return merged;
    }

    [Fact]
    public void Marks_made_in_two_clones_at_once_are_all_there()
    {
        var id = _office.Send("kim", "@town").Id;
        _office.Read("api/crew/ann", id);
        var merged = new Message(Both(LedgerPath.Mail(id), () => _office.Ack("lee", id), () => _office.Read("mayor", id)));
        Assert.Equal(["api/crew/ann", "lee", "mayor"], merged.ReadBy.Keys.Order());
        Assert.Equal(["lee"], merged.AckedBy.Keys);
    }

    [Fact]
    public void Of_two_who_took_one_message_in_two_clones_one_has_it_and_the_other_is_on_record()
    {
        var id = _office.Send("kim", "queue:build", isNew: true).Id;
        var merged = new Message(Both(
            LedgerPath.Mail(id), () => _office.As("lee", change => MailRules.Take(change, id)), () => _office.As("mayor", change => MailRules.Take(change, id))));
        Assert.Equal("mayor", merged.ClaimedBy);
        Assert.Contains("lee", merged.Fields.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Beads_added_to_a_convoy_in_two_clones_are_all_there_and_removed_ones_are_not()
    {
        foreach (var id in new[] { "bd-a", "bd-b", "bd-c", "bd-d" })
            _office.Ledger.Add(id);
        var convoy = _office.As("kim", change => ConvoyRules.Create(change, "c", ["bd-a", "bd-b"], _office.Ids with { Prefix = "cv" })).Id;
        var merged = new Convoy(Both(
            LedgerPath.Convoy(convoy),
            () => _office.As("kim", change => ConvoyRules.Add(change, convoy, ["bd-c"])),
            () => _office.As("lee", change => ConvoyRules.Remove(change, ConvoyRules.Add(change, convoy, ["bd-d"]).Id, ["bd-a"]))));
        Assert.Equal(["bd-b", "bd-c", "bd-d"], merged.Beads);
    }
}
