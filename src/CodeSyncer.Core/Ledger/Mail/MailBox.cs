using CodeSyncer.Core.Errors;

namespace CodeSyncer.Core.Ledger.Mail;

/// <summary>What of all mail is for one agent, and in which order.</summary>
public static class MailBox
{
    /// <summary>
    /// The unread mail of an agent: to itself, to its groups, and to queues while nobody has taken it; its own mail to
    /// others is none of it. The most urgent first, then the oldest.
    /// </summary>
    /// <param name="record">What is registered of the agent, if anything.</param>
    /// <param name="isAll">What is read too.</param>
    public static IReadOnlyList<Message> Inbox(string agent, IEnumerable<Message> mail, AgentRecord? record = null, bool isAll = false) =>
        [.. mail.Where(message => IsFor(agent, message, record) && (isAll || IsUnread(agent, message))).OrderBy(message => message.Priority).ThenBy(message => message.CreatedAt).ThenBy(message => message.Id, StringComparer.Ordinal)];

    public static bool IsFor(string agent, Message message, AgentRecord? record = null)
    {
        if (AddressOf(message) is not { } to || !to.Reaches(agent, record))
            return false;
        return to.Kind switch
        {
            MailAddressKind.Agent => true,
            MailAddressKind.Queue => message.ClaimedBy is { } holder ? holder == agent : message.From != agent,
            _ => message.From != agent,
        };
    }

    public static bool IsUnread(string agent, Message message) => !message.ReadBy.ContainsKey(agent) && !message.AckedBy.ContainsKey(agent);

    /// <summary>The messages of a thread, each after the one it answers, answers to the same one by time; lost beginnings do not matter.</summary>
    public static IReadOnlyList<(Message Message, int Depth)> Thread(string threadId, IEnumerable<Message> mail)
    {
        var thread = mail.Where(message => message.ThreadId == threadId).OrderBy(message => message.CreatedAt).ThenBy(message => message.Id, StringComparer.Ordinal).ToList();
        var ids = thread.Select(message => message.Id).ToHashSet(StringComparer.Ordinal);
        var answers = thread.ToLookup(message => message.ReplyTo is { } to && ids.Contains(to) ? to : "");
        var ordered = new List<(Message, int)>();
        var met = new HashSet<string>(StringComparer.Ordinal);
        // Those that answer each other in a circle hang on no beginning: they come last.
        foreach (var root in answers[""].Concat(thread))
        {
            var waiting = new Stack<(Message Message, int Depth)>([(root, 0)]);
            while (waiting.TryPop(out var next))
            {
                if (!met.Add(next.Message.Id))
                    continue;
                ordered.Add(next);
                foreach (var answer in answers[next.Message.Id].Reverse())
                    waiting.Push((answer, next.Depth + 1));
            }
        }

        return ordered;
    }

    /// <summary>Null: what stands there is no address; it came by a merge or from elsewhere and is for nobody.</summary>
    internal static MailAddress? AddressOf(Message message)
    {
        try
        {
            return MailAddress.Parse(message.To);
        }
        catch (CodeSyncerException)
        {
            return null;
        }
    }
}
