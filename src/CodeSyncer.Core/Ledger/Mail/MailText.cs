using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Ledger.Mail;

/// <summary>Mail for a person at a terminal. Others wrote it: nothing in it is printed raw.</summary>
public static class MailText
{
    /// <summary>One line of an inbox: <c>* msg-a3f  urgent  2026-11-23 09:00  mayor  Subject</c>; a star for what is unread.</summary>
    public static string Line(Message message, string reader)
    {
        var mark = MailBox.IsUnread(reader, message) ? "*" : message.AckedBy.ContainsKey(reader) ? "+" : " ";
        var to = message.To == reader ? "" : $" to {message.To}{(message.ClaimedBy is { } holder ? $" (taken by {holder})" : "")}";
        return Safe($"{mark} {message.Id}  {MailPriority.Word(message.Priority)}  {message.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm}  {message.From}{to}  {message.Subject}");
    }

    /// <summary>The whole message: its head, an empty line, its body.</summary>
    public static IReadOnlyList<string> Show(Message message)
    {
        var lines = new List<string>
        {
            Safe($"{message.Id}  {message.Subject}"),
            Safe($"from {message.From} to {message.To}, {message.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {MailPriority.Word(message.Priority)}, {message.Type}"),
        };
        if (message.ReplyTo is { } answered)
            lines.Add(Safe($"answers {answered} in thread {message.ThreadId}"));
        if (message.Claim is { } claim)
            lines.Add(Safe($"taken by {claim.Agent} since {claim.Since}"));
        if (message.ReadBy.Count > 0)
            lines.Add(Safe($"read by {string.Join(", ", message.ReadBy.Keys.Select(agent => message.AckedBy.ContainsKey(agent) ? $"{agent} (acknowledged)" : agent))}"));
        lines.Add("");
        lines.AddRange(SafeText.ForTerminal(message.Body, keepLines: true).TrimEnd('\n').Split('\n'));
        return lines;
    }

    /// <summary>A thread, answers indented below what they answer (at most eight deep).</summary>
    public static IReadOnlyList<string> Thread(IReadOnlyList<(Message Message, int Depth)> thread, string reader) =>
        [.. thread.Select(entry => new string(' ', 2 * Math.Min(entry.Depth, 8)) + Line(entry.Message, reader))];

    private static string Safe(string text) => SafeText.ForTerminal(text);
}
