using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.Core.Tests.Ledger.Mail;

public class MailRulesTests
{
    private readonly PostOffice _office = new();

    private CodeSyncerException Refused(Action act)
    {
        var before = _office.Ledger.Items.ToDictionary();
        var error = Assert.Throws<CodeSyncerException>(act);
        Assert.Equal(before, _office.Ledger.Items);
        return error;
    }

    [Fact]
    public void A_message_is_one_item_with_its_thread()
    {
        var sent = _office.Send("kim", "lee", "  Build is red ", "since noon", 0);
        var fields = _office.Ledger.Items[LedgerPath.Mail(sent.Id)];
        Assert.Equal(["id", "from", "to", "subject", "body", "priority", "type", "thread_id", "created_at", "updated_at"], fields.Fields.Select(field => field.Key));
        Assert.Equal(("kim", "lee", "Build is red", "since noon", 0, "notification", sent.Id), (sent.From, sent.To, sent.Subject, sent.Body, sent.Priority, sent.Type, sent.ThreadId));
        Assert.StartsWith("msg-", sent.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_takes_it_out_of_the_inbox_and_reading_again_changes_nothing()
    {
        var id = _office.Send("kim", "lee").Id;
        Assert.Equal("Hello", _office.Inbox("lee"));
        var first = _office.Read("lee", id);
        Assert.Equal(("", "Hello"), (_office.Inbox("lee"), _office.Inbox("lee", isAll: true)));
        Assert.Equal(first.Fields, _office.Read("lee", id).Fields);
        Assert.Equal(_office.Ledger.Now.AddSeconds(-1), first.ReadBy["lee"]);
    }

    [Fact]
    public void Acknowledging_reads_and_keeps_the_first_time()
    {
        var id = _office.Send("kim", "lee").Id;
        var first = _office.Ack("lee", id);
        Assert.Equal(first.Fields, _office.Ack("lee", id).Fields);
        Assert.Equal(first.Fields, _office.Read("lee", id).Fields);
        Assert.Equal(first.ReadBy["lee"], first.AckedBy["lee"]);
        Assert.Equal("", _office.Inbox("lee"));
    }

    [Fact]
    public void Marks_of_several_stand_side_by_side()
    {
        var id = _office.Send("kim", "@town").Id;
        foreach (var name in new[] { "lee", "mayor", "api/crew/ann" })
            _office.Read(name, id);
        _office.Ack("mayor", id);
        Assert.Equal(["lee", "mayor", "api/crew/ann"], _office.Mail[0].ReadBy.Keys);
        Assert.Equal(["mayor"], _office.Mail[0].AckedBy.Keys);
    }

    [Fact]
    public void Others_look_without_a_mark_and_cannot_acknowledge()
    {
        var id = _office.Send("kim", "lee").Id;
        Assert.Empty(_office.Read("mayor", id).ReadBy);
        Assert.Empty(_office.Read("kim", id).ReadBy);
        Assert.Equal("NotYourMail", Refused(() => _office.Ack("mayor", id)).Id);
        Assert.Equal("Hello", _office.Inbox("lee"));
    }

    [Fact]
    public void One_claimant_takes_a_message_of_a_queue_and_others_get_a_conflict_with_the_holder()
    {
        var id = _office.Send("kim", "queue:build", "job", isNew: true).Id;
        Assert.Equal(("job", "job", ""), (_office.Inbox("lee"), _office.Inbox("mayor"), _office.Inbox("kim")));
        var taken = _office.As("lee", change => MailRules.Take(change, id), "/trees/lee");
        Assert.Equal("lee", taken.ClaimedBy);
        foreach (var act in new Action[] { () => _office.Read("mayor", id), () => _office.Ack("mayor", id), () => _office.Reply("mayor", id), () => _office.As("lee", change => MailRules.Take(change, id), "/trees/other") })
        {
            var error = Refused(act);
            Assert.Equal((ErrorKind.Conflict, "HeldMail"), (error.Kind, error.Id));
            Assert.Contains("'lee' in work tree '/trees/lee'", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(taken.Fields, _office.As("lee", change => MailRules.Take(change, id), "/trees/lee").Fields);
        Assert.Equal(("job", ""), (_office.Inbox("lee"), _office.Inbox("mayor")));
    }

    [Fact]
    public void Reading_mail_of_a_queue_takes_it_and_its_sender_only_looks()
    {
        var id = _office.Send("kim", "queue:build", "job", isNew: true).Id;
        Assert.Null(_office.Read("kim", id).ClaimedBy);
        Assert.Equal("mayor", _office.Read("mayor", id).ClaimedBy);
        var direct = _office.Send("kim", "lee").Id;
        Assert.Equal("NotQueueMail", Refused(() => _office.As("lee", change => MailRules.Take(change, direct))).Id);
    }

    [Fact]
    public void An_answer_goes_to_the_sender_in_the_same_thread_and_reads_what_it_answers()
    {
        var first = _office.Send("kim", "@town", "Plan", priority: 1);
        var answer = _office.Reply("lee", first.Id);
        Assert.Equal(("kim", "Re: Plan", first.Id, first.Id, 1, "reply"), (answer.To, answer.Subject, answer.ThreadId, answer.ReplyTo, answer.Priority, answer.Type));
        Assert.Equal("", _office.Inbox("lee"));
        var back = _office.Reply("kim", answer.Id);
        Assert.Equal(("lee", "Re: Plan", first.Id), (back.To, back.Subject, back.ThreadId));
        Assert.Equal("@town", _office.Reply("kim", first.Id, "and").To);
    }

    [Fact]
    public void An_answer_to_the_longest_subject_is_cut_at_a_whole_character()
    {
        var first = _office.Send("kim", "lee", string.Concat(Enumerable.Repeat("😀", 125)));
        var subject = _office.Reply("lee", first.Id).Subject;
        Assert.StartsWith("Re: 😀", subject, StringComparison.Ordinal);
        Assert.EndsWith("😀", subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "BadAddress")]
    [InlineData(" lee", "BadAddress")]
    [InlineData("a\u001b[31mb", "BadAddress")]
    [InlineData("queue:", "BadAddress")]
    [InlineData("@rig/", "BadAddress")]
    [InlineData("@rig/a/b", "BadAddress")]
    [InlineData("@everyone", "UnknownGroup")]
    [InlineData("nobody", "UnknownRecipient")]
    [InlineData("queue:nothing", "UnknownRecipient")]
    [InlineData("@rig/web", "UnknownRecipient")]
    public void Bad_and_unknown_addresses_send_nothing(string to, string error) => Assert.Equal(error, Refused(() => _office.Send("kim", to)).Id);

    [Fact]
    public void Bad_texts_are_refused()
    {
        Assert.Equal("BadSubject", Refused(() => _office.Send("kim", "lee", " ")).Id);
        Assert.Equal("BadSubject", Refused(() => _office.Send("kim", "lee", "a\r\nb")).Id);
        Assert.InRange(Refused(() => _office.Send("kim", "lee", new string('x', 10_000))).Message.Length, 50, 200);
        Assert.Equal("BadBody", Refused(() => _office.Send("kim", "lee", "s", new string('x', 300_000))).Id);
        Assert.Equal("BadMailPriority", Refused(() => _office.Send("kim", "lee", priority: 5)).Id);
        Assert.Equal("BadAddress", Refused(() => _office.Send(new string('y', 10_000), "lee")).Id);
        Assert.Equal("BadAddress", Refused(() => _office.Send("@crew", "lee")).Id);
        Assert.Equal("UnknownMail", Refused(() => _office.Read("kim", "msg-none")).Id);
        Assert.Equal("BadId", Refused(() => _office.Read("kim", "../../x")).Id);
    }

    [Fact]
    public void A_new_address_is_known_from_then_on()
    {
        _office.Send("kim", "polly", "a", isNew: true);
        _office.Send("lee", "polly", "b");
        _office.Send("kim", "queue:build", "c", isNew: true);
        _office.Send("lee", "queue:build", "d");
        Assert.Equal(["polly", "queue:build"], _office.Records.Select(record => record.Name).Order());
        Assert.Equal("a b c d", _office.Inbox("polly"));
    }

    [Fact]
    public void Unknown_keys_of_a_message_survive()
    {
        _office.Ledger.Items[LedgerPath.Mail("msg-x")] = JsonFields.Parse("""{"id":"msg-x","from":"kim","to":"lee","subject":"s","z":1.50,"read_by":[{"agent":"mayor","at":"odd","via":"web"},7]}""");
        var message = _office.Read("lee", "msg-x");
        Assert.Equal("""[{"agent":"mayor","at":"odd","via":"web"},7""", System.Text.Encoding.UTF8.GetString(message.Fields.Raw("read_by")!.Value.Span).Split(",{\"agent\":\"lee\"")[0]);
        Assert.Equal(["mayor", "lee"], message.ReadBy.Keys);
        Assert.True(message.Fields.Has("z"));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("urgent", 0)]
    [InlineData("High", 1)]
    [InlineData("4", 4)]
    public void Priorities_are_numbers_or_words(string text, int priority) => Assert.Equal(priority, MailPriority.Parse(text));

    [Theory]
    [InlineData("5")]
    [InlineData("")]
    [InlineData("soon")]
    public void Other_priorities_are_refused(string text) => Assert.Equal("BadMailPriority", Assert.Throws<CodeSyncerException>(() => MailPriority.Parse(text)).Id);
}
