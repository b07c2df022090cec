using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.Core.Tests.Ledger.Mail;

public class MailBoxTests
{
    private readonly PostOffice _office = new();

    [Fact]
    public void Groups_reach_their_members_and_not_the_sender()
    {
        _office.Send("kim", "@crew", "crew");
        _office.Send("kim", "@town", "town");
        _office.Send("api/crew/ann", "@rig/api", "rig");
        Assert.Equal("", _office.Inbox("kim"));
        Assert.Equal("crew town", _office.Inbox("lee"));
        Assert.Equal("town", _office.Inbox("mayor"));
        Assert.Equal("crew town", _office.Inbox("api/crew/ann"));
        Assert.Equal("town rig", _office.Inbox("api/polecats/toast"));
    }

    [Fact]
    public void What_is_registered_of_an_agent_decides_before_its_name()
    {
        _office.As("kim", change => AgentRules.Register(change, "lee", AgentRecord.PolecatRole, "api"));
        _office.Send("kim", "@crew", "crew");
        _office.Send("kim", "@rig/api", "rig");
        Assert.Equal("rig", _office.Inbox("lee"));
    }

    [Fact]
    public void A_note_to_oneself_arrives()
    {
        var note = _office.Send("kim", "kim", "note");
        Assert.Equal("note", _office.Inbox("kim"));
        _office.Read("kim", note.Id);
        Assert.Equal("", _office.Inbox("kim"));
    }

    [Fact]
    public void The_most_urgent_comes_first_then_the_oldest()
    {
        _office.Send("kim", "lee", "second", priority: 2);
        _office.Send("kim", "lee", "third", priority: 2);
        _office.Send("kim", "lee", "last", priority: 3);
        _office.Send("kim", "lee", "first", priority: 0);
        Assert.Equal("first second third last", _office.Inbox("lee"));
    }

    [Fact]
    public void A_thread_shows_each_answer_below_what_it_answers()
    {
        var a = _office.Send("kim", "@town", "a").Id;
        var b = _office.Reply("lee", a).Id;
        var c = _office.Reply("mayor", a).Id;
        var d = _office.Reply("kim", b).Id;
        _office.Send("kim", "lee", "other");
        Assert.Equal([(a, 0), (b, 1), (d, 2), (c, 1)], MailBox.Thread(a, _office.Mail).Select(entry => (entry.Message.Id, entry.Depth)));
        _office.Ledger.Items.Remove(LedgerPath.Mail(b));
        Assert.Equal([(a, 0), (c, 1), (d, 0)], MailBox.Thread(a, _office.Mail).Select(entry => (entry.Message.Id, entry.Depth)));
    }

    [Fact]
    public void Answers_in_a_circle_are_each_shown_once()
    {
        var mail = new[] { ("m1", "m2"), ("m2", "m1"), ("m3", "m3") }.Select(pair => new Message(JsonFields.Empty.With("id", pair.Item1).With("thread_id", "t").With("reply_to", pair.Item2)));
        Assert.Equal(["m1", "m2", "m3"], MailBox.Thread("t", mail).Select(entry => entry.Message.Id));
    }

    [Fact]
    public void Mail_with_a_broken_address_is_for_nobody_and_harms_nobody()
    {
        _office.Ledger.Items[LedgerPath.Mail("msg-x")] = JsonFields.Parse("""{"id":"msg-x","from":7,"to":"@nonsense"}""");
        Assert.Equal("", _office.Inbox("lee"));
        Assert.Empty(_office.Read("lee", "msg-x").ReadBy);
    }

    [Fact]
    public void Nothing_reaches_the_terminal_raw()
    {
        const string Evil = "x\u001b]0;owned\u0007\u202e\r";
        var message = new Message(JsonFields.Empty.With("id", Evil).With("from", Evil).With("to", "queue:" + Evil).With("subject", Evil).With("type", Evil)
            .With("body", $"line 1\n##[error]{Evil}\n").With("reply_to", Evil).With("thread_id", Evil)
            .With("claim", JsonFields.Empty.With("agent", Evil).With("since", Evil)).With("read_by", [JsonFields.Empty.With("agent", Evil)]));
        var shown = MailText.Show(message).Append(MailText.Line(message, "lee")).ToList();
        Assert.DoesNotContain(string.Concat(shown), c => char.IsControl(c) || c == '\u202e');
        Assert.DoesNotContain(shown, line => line.Contains("##[", StringComparison.Ordinal));
        Assert.Contains("line 1", shown);
    }

    [Fact]
    public void A_line_of_the_inbox_says_who_when_how_urgent_and_what()
    {
        var sent = _office.Send("kim", "@town", "Plan", priority: 0);
        Assert.Equal($"* {sent.Id}  urgent  2026-11-23 09:00  kim to @town  Plan", MailText.Line(sent, "lee"));
        Assert.Equal($"+ {sent.Id}  urgent  2026-11-23 09:00  kim to @town  Plan", MailText.Line(_office.Ack("lee", sent.Id), "lee"));
    }
}
