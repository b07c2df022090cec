using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Core.Tests.Ledger;

public class LedgerChangeTests
{
    private readonly MemoryLedger _ledger = new();

    [Fact]
    public void A_change_reads_what_it_wrote_and_the_state_does_not_know_it()
    {
        var change = new LedgerChange(_ledger, _ledger.Actor, _ledger.Now);
        var path = LedgerPath.Mail("m-1");
        change.Write(path, JsonFields.Parse("""{"id":"m-1"}"""));
        Assert.Equal("m-1", change.Read(path)!.String("id"));
        Assert.Equal(["m-1"], change.Resolve(LedgerPath.MailKind, "m-1"));
        Assert.Null(_ledger.Read(path));
        Assert.Equal(path, Assert.Single(change.Writes).Key);
    }

    [Fact]
    public void Its_message_names_what_was_done_line_by_line()
    {
        var change = new LedgerChange(_ledger, _ledger.Actor, _ledger.Now);
        Assert.Equal("change", change.Message);
        change.Note("close bd-a: two\nlines");
        Assert.Equal("close bd-a: two lines", change.Message);
        change.Note("close bd-b");
        Assert.Equal("close bd-a: two lines and 1 more\n\nclose bd-a: two lines\nclose bd-b\n", change.Message);
        for (var i = 0; i < 10_000; i++)
            change.Note("close bd-c");
        Assert.True(change.Message.Length < 2_000);
    }

    [Fact]
    public void A_bead_that_lost_its_edges_in_this_change_lies_over_the_state()
    {
        _ledger.Add("bd-p");
        _ledger.Add("bd-c", ("parent-child", "bd-p"));
        var change = new LedgerChange(_ledger, _ledger.Actor, _ledger.Now.AddSeconds(1));
        Assert.Single(change.ChildrenOf("bd-p"));
        BeadRules.Delete(change, "bd-c");
        Assert.Empty(change.ChildrenOf("bd-p"));
        Assert.Empty(change.EdgesTo("bd-p"));
        Assert.Empty(change.EdgesFrom("bd-c"));
        Assert.Single(_ledger.EdgesTo("bd-p"));
    }
}
