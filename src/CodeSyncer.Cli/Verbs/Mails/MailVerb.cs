using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Cli.Verbs.Mails;

/// <summary><c>mail</c>: messages between agents.</summary>
internal static class MailVerb
{
    public static Command Create() => new("mail", "Messages between agents: to one, to a group (@crew, @rig/x, @town), to a queue (queue:x) that one of them takes.")
    {
        Send(), Inbox(), Read(), Ack(), Take(), Reply(), Thread(),
    };

    private static Command Send()
    {
        var to = new Option<string>("--to") { Required = true, HelpName = "A" };
        var subject = new Option<string>("--subject", "-s") { Required = true, HelpName = "S" };
        var body = new Option<string>("--body", "-b") { Description = "The text; - is standard input.", Required = true, HelpName = "B" };
        var priority = new Option<string>("--priority", "-p") { Description = "urgent, high, normal, low, lowest, or 0 to 4.", DefaultValueFactory = _ => "normal", HelpName = "P" };
        var type = new Option<string>("--type", "-t") { DefaultValueFactory = _ => MailTypes.Notification, HelpName = "T" };
        var isNew = new Option<bool>("--new") { Description = "The address may be one that nobody has seen before." };
        return new Command("send", "Sends a message.") { to, subject, body, priority, type, isNew }.OnLedger((result, session) =>
        {
            var draft = new MailDraft(result.GetValue(to)!, result.GetValue(subject)!, Text(result.GetValue(body)!, result))
            {
                Priority = MailPriority.Parse(result.GetValue(priority)!),
                Type = result.GetValue(type)!,
                IsNewAddress = result.GetValue(isNew),
            };
            return PrintLine(result, session, Mailroom.Send(session.Store, session.Actor, draft));
        });
    }

    private static Command Inbox()
    {
        var all = new Option<bool>("--all") { Description = "What is read too." };
        var limit = new Option<int>("--limit", "-n") { Description = "At most this many (0: all).", HelpName = "N" }.NotNegative();
        return new Command("inbox", "Lists your unread mail, the most urgent first.") { all, limit }.OnLedger((result, session) =>
        {
            var mail = Mailroom.Inbox(session.Index(), session.Actor.Name, result.GetValue(all));
            PrintAll(result, session, result.GetValue(limit) is > 0 and var most ? mail.Take(most) : mail);
            return 0;
        });
    }

    private static Command Read() => ForOne("read", "Shows a message, and marks it read.", (change, id, self) => MailRules.Read(change, id, self), isWhole: true);

    private static Command Ack() => ForOne("ack", "Says that a message is done with.", (change, id, self) => MailRules.Ack(change, id, self), isWhole: false);

    private static Command Take() => ForOne("take", "Takes a message from its queue. Exit code 3: another has it.", (change, id, _) => MailRules.Take(change, id), isWhole: false);

    private static Command Reply()
    {
        var id = new Argument<string>("id");
        var body = new Option<string>("--body", "-b") { Description = "The text; - is standard input.", Required = true, HelpName = "B" };
        var subject = new Option<string?>("--subject", "-s") { HelpName = "S" };
        return new Command("reply", "Answers in the same thread; what is answered is read.") { id, body, subject }.OnLedger((result, session) =>
        {
            var text = Text(result.GetValue(body)!, result);
            var self = Mailroom.Self(session.Index(), session.Actor.Name);
            return PrintLine(result, session, session.Change((change, ids) =>
                MailRules.Reply(change, result.GetValue(id)!, text, ids with { Prefix = Message.IdPrefix }, self, result.GetValue(subject))));
        });
    }

    private static Command Thread()
    {
        var id = new Argument<string>("id") { Description = "Any message of the thread." };
        return new Command("thread", "Lists a thread, answers below what they answer.") { id }.OnLedger((result, session) =>
        {
            var index = session.Index();
            var message = session.Store.Look(session.Actor, change => MailRules.Find(change, result.GetValue(id)!));
            var thread = MailBox.Thread(message.ThreadId, index.Thread(message.ThreadId).Select(fields => new Message(fields)));
            if (result.WantsJson())
                PrintAll(result, session, thread.Select(entry => entry.Message));
            else
            {
                foreach (var line in MailText.Thread(thread, session.Actor.Name))
                    Console.Out.WriteLine(line);
            }

            return 0;
        });
    }

    private static Command ForOne(string name, string description, Func<LedgerChange, string, AgentRecord?, Message> rule, bool isWhole)
    {
        var id = new Argument<string>("id");
        return new Command(name, description) { id }.OnLedger((result, session) =>
        {
            var self = Mailroom.Self(session.Index(), session.Actor.Name);
            var message = session.Change(change => rule(change, result.GetValue(id)!, self));
            if (result.WantsJson() || !isWhole)
                return PrintLine(result, session, message);
            foreach (var line in MailText.Show(message))
                Console.Out.WriteLine(line);
            return 0;
        });
    }

    private static int PrintLine(ParseResult result, LedgerSession session, Message message)
    {
        if (result.WantsJson())
            Terminal.WriteJson(writer => writer.WriteRawValue(message.Fields.ToCompact()));
        else
            Console.Out.WriteLine(MailText.Line(message, session.Actor.Name));
        return 0;
    }

    private static void PrintAll(ParseResult result, LedgerSession session, IEnumerable<Message> mail)
    {
        if (!result.WantsJson())
        {
            foreach (var message in mail)
                Console.Out.WriteLine(MailText.Line(message, session.Actor.Name));
            return;
        }

        Terminal.WriteJson(writer =>
        {
            writer.WriteStartArray();
            foreach (var message in mail)
                writer.WriteRawValue(message.Fields.ToCompact());
            writer.WriteEndArray();
        });
    }

    private static string Text(string body, ParseResult result) =>
        body == "-" ? System.Text.Encoding.UTF8.GetString(InputFile.Read(body, result.StartDirectory())) : body;
}
