using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Core.Ledger.Mail;

/// <summary>
/// What can be done with mail. Reading and acknowledging twice is fine and changes nothing. Mail to a queue belongs to the
/// first who reads, takes, acknowledges or answers it: agent and work tree; all others get a conflict with the holder.
/// </summary>
public static class MailRules
{
    private const int LongestSubject = 500;
    private const int LongestBody = 256 * 1024;

    /// <param name="book">Who is known; the one who sends always is.</param>
    /// <param name="ids">With <see cref="Message.IdPrefix"/>, or a prefix of the caller's own.</param>
    /// <exception cref="CodeSyncerException">BadAddress, UnknownGroup, UnknownRecipient (naming the nearest), BadSubject, BadBody, BadMailPriority.</exception>
    public static Message Send(LedgerChange change, MailDraft draft, AddressBook book, BeadIdSource ids)
    {
        var to = MailAddress.Parse(draft.To);
        var fields = New(change, to, CheckSubject(draft.Subject), CheckBody(draft.Body), draft.Priority, draft.Type);
        if (to.ToString() != change.Actor.Name && !book.Knows(to) && AgentRules.Find(change, to.ToString()) is null)
        {
            if (!draft.IsNewAddress)
                book.Check(to);
            AgentRules.Meet(change, to.ToString());
        }

        return Post(change, fields, thread: null, replyTo: null, ids);
    }

    /// <summary>Marks it read by the one who acts, if it is for them. Others only look, and so does its sender.</summary>
    /// <exception cref="CodeSyncerException">HeldMail (Conflict): another has taken it from its queue.</exception>
    public static Message Read(LedgerChange change, string id, AgentRecord? self = null) => Look(change, Find(change, id), self);

    /// <summary>Marks it acknowledged, and so read.</summary>
    /// <exception cref="CodeSyncerException">NotYourMail; HeldMail (Conflict): another has taken it from its queue.</exception>
    public static Message Ack(LedgerChange change, string id, AgentRecord? self = null) =>
        Mark(change, Find(change, id), self, isAcked: true) ?? throw MailErrors.NotYourMail(id, Find(change, id).To);

    /// <summary>Takes a message from its queue.</summary>
    /// <exception cref="CodeSyncerException">NotQueueMail; HeldMail (Conflict).</exception>
    public static Message Take(LedgerChange change, string id)
    {
        var message = Find(change, id);
        if (MailBox.AddressOf(message)?.Kind != MailAddressKind.Queue)
            throw MailErrors.NotQueueMail(message.Id, message.To);
        return Save(change, message, Taken(change, message), $"mail take {message.Id}");
    }

    /// <summary>
    /// Answers in the same thread: to the sender, or, where that is the one who answers, to whom the message went. What is
    /// answered is read.
    /// </summary>
    public static Message Reply(LedgerChange change, string id, string body, BeadIdSource ids, AgentRecord? self = null, string? subject = null)
    {
        var message = Find(change, id);
        var isOwn = message.From == change.Actor.Name;
        var to = MailAddress.Parse(isOwn ? message.To : message.From);
        var title = subject ?? (message.Subject.StartsWith("Re: ", StringComparison.OrdinalIgnoreCase) ? message.Subject : Cut($"Re: {message.Subject}"));
        var fields = New(change, to, CheckSubject(title), CheckBody(body), message.Priority, MailTypes.Reply);
        Look(change, message, self);
        return Post(change, fields, message.ThreadId, message.Id, ids);
    }

    /// <summary>The one message that <paramref name="part"/> names.</summary>
    public static Message Find(LedgerChange change, string part)
    {
        if (part.Length is 0 or > BeadId.MaxLength || !BeadId.IsValid("a" + part))
            throw LedgerErrors.BadId(part);
        var found = change.Resolve(LedgerPath.MailKind, part);
        return found.Count switch
        {
            1 when change.Read(LedgerPath.Mail(found[0])) is { } fields => new Message(fields),
            > 1 => throw MailErrors.Ambiguous(part, [.. found.Order(StringComparer.Ordinal)]),
            _ => throw MailErrors.Unknown(part),
        };
    }

    private static Message Look(LedgerChange change, Message message, AgentRecord? self) =>
        message.From == change.Actor.Name && message.To != message.From ? message : Mark(change, message, self, isAcked: false) ?? message;

    /// <summary>Null: it is not for the one who acts.</summary>
    private static Message? Mark(LedgerChange change, Message before, AgentRecord? self, bool isAcked)
    {
        var agent = change.Actor.Name;
        if (MailBox.AddressOf(before) is not { } to || !to.Reaches(agent, self))
            return null;
        var message = to.Kind == MailAddressKind.Queue ? Taken(change, before) : before;
        message = message.WithMark("read_by", agent, change.Now);
        if (isAcked)
            message = message.WithMark("acked_by", agent, change.Now);
        return Save(change, before, message, $"mail {(isAcked ? "ack" : "read")} {before.Id} by {agent}");
    }

    private static Message Taken(LedgerChange change, Message message)
    {
        var actor = change.Actor;
        if (message.Claim is not { } claim)
            return message.With(new BeadClaim(actor.Name, actor.WorkTree, actor.Session, LedgerTime.Write(change.Now)));
        return claim.Agent == actor.Name && claim.WorkTree == actor.WorkTree ? message : throw MailErrors.Held(message.Id, claim.Agent, claim.WorkTree, claim.Since);
    }

    private static JsonFields New(LedgerChange change, MailAddress to, string subject, string body, int priority, string type)
    {
        if (priority is < MailPriority.Urgent or > MailPriority.Lowest)
            throw MailErrors.BadPriority($"{priority}", MailPriority.Words);
        // Answers go to the sender: a name that reads as a group would send them to everybody.
        if (MailAddress.Parse(change.Actor.Name).Kind != MailAddressKind.Agent)
            throw MailErrors.BadAddress(change.Actor.Name);
        return JsonFields.Empty.With("from", change.Actor.Name).With("to", to.ToString()).With("subject", subject).With("body", body)
            .With("priority", priority).With("type", BeadFields.CheckWord("type of mail", type));
    }

    private static Message Post(LedgerChange change, JsonFields fields, string? thread, string? replyTo, BeadIdSource ids)
    {
        var id = BeadId.New(ids.Prefix, ids.Count, ids.Random, id => change.Read(LedgerPath.Mail(id)) is not null);
        fields = fields.WithRaw("id", JsonText.Encode(id), place: 0).With("thread_id", thread ?? id);
        if (replyTo is not null)
            fields = fields.With("reply_to", replyTo);
        var message = new Message(fields.With("created_at", change.Now).With("updated_at", change.Now));
        change.Write(LedgerPath.Mail(id), message.Fields);
        change.Note($"mail {id} to {message.To}: {message.Subject}");
        return message;
    }

    private static Message Save(LedgerChange change, Message before, Message message, string note)
    {
        if (message.Fields.Equals(before.Fields))
            return before;
        message = message.With("updated_at", LedgerClock.After(before.UpdatedAt, change));
        change.Write(LedgerPath.Mail(before.Id), message.Fields);
        change.Note(note);
        return message;
    }

    private static string CheckSubject(string subject)
    {
        var trimmed = subject.Trim();
        return trimmed.Length > 0 && !trimmed.Any(char.IsControl) && Encoding.UTF8.GetByteCount(trimmed) <= LongestSubject
            ? trimmed : throw MailErrors.BadSubject(subject);
    }

    private static string CheckBody(string body) =>
        Encoding.UTF8.GetByteCount(body) <= LongestBody ? body : throw MailErrors.BadBody(LongestBody);

    /// <summary>An answer to the longest subject must not be refused for its <c>Re:</c>.</summary>
    private static string Cut(string subject)
    {
        while (Encoding.UTF8.GetByteCount(subject) > LongestSubject)
            subject = subject[..^(char.IsLowSurrogate(subject[^1]) ? 2 : 1)];
        return subject;
    }
}
