using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.Core.Tests.Ledger.Mail;

/// <summary>A ledger with people who write to each other.</summary>
internal sealed class PostOffice
{
    private readonly HashSet<string> _acted = ["kim", "lee", "mayor", "api/crew/ann", "api/polecats/toast"];

    public MemoryLedger Ledger { get; } = new();

    public IEnumerable<AgentRecord> Records => Items("agents/").Select(fields => new AgentRecord(fields));

    public IReadOnlyList<Message> Mail => [.. Items("mail/").Select(fields => new Message(fields))];

    public AddressBook Book => new(_acted, Records);

    public BeadIdSource Ids => Ledger.Ids with { Prefix = Message.IdPrefix };

    public T As<T>(string name, Func<LedgerChange, T> act, string workTree = "/tree")
    {
        Ledger.Actor = new Actor(name, workTree, "s1");
        return Ledger.Change(act);
    }

    public Message Send(string from, string to, string subject = "Hello", string body = "", int priority = 2, bool isNew = false) =>
        As(from, change => MailRules.Send(change, new MailDraft(to, subject, body) { Priority = priority, IsNewAddress = isNew }, Book, Ids));

    public Message Read(string name, string id) => As(name, change => MailRules.Read(change, id));

    public Message Ack(string name, string id) => As(name, change => MailRules.Ack(change, id));

    public Message Reply(string name, string id, string body = "ok") => As(name, change => MailRules.Reply(change, id, body, Ids));

    public string Inbox(string name, bool isAll = false) => string.Join(' ', MailBox.Inbox(name, Mail, Book.Record(name), isAll).Select(message => message.Subject));

    private IEnumerable<JsonFields> Items(string kind) => Ledger.Items.Where(item => item.Key.StartsWith(kind, StringComparison.Ordinal)).Select(item => item.Value);
}
