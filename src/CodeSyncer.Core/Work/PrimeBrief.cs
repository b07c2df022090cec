using System.Globalization;
using System.Text;
using CodeSyncer.Core.Context;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.Core.Work;

/// <summary>
/// The part of <c>prime</c> that is about the agent: the most urgent first, each part within its share, so that a long
/// one does not push out the next. CURRENT.md shows the same without the greeting.
/// </summary>
public static class PrimeBrief
{
    public const string HandoffPart = "handoff";

    private const int MostPaths = 20;
    private const int MostMail = 10;

    /// <summary>The parts in their order, each a name and its Markdown.</summary>
    public static IReadOnlyList<(string Name, string Text)> Parts(AgentBrief brief, PrimeForm form, bool isGreeting = true)
    {
        var isShort = form == PrimeForm.Reminder;
        var parts = new List<(string, string)>();
        void Add(string name, string text)
        {
            if (text.Length > 0)
                parts.Add((name, text));
        }

        Add("problems", Problems(brief));
        Add(HandoffPart, brief.Handoff is { } handoff ? OfHandoff(handoff, isShort ? 600 : 2000) : "");
        if (isGreeting)
            Add("agent", Greeting(brief));
        Add("work", OfWork(brief, isShort ? 400 : 1500));
        Add("mail", Mail(brief.Mail, isShort ? 200 : 800));
        if (!isShort)
            Add("ready", OfReady(brief));
        return parts;
    }

    private static string Problems(AgentBrief brief) => brief.Problems.Count == 0 ? ""
        : $"## Could not be read\n\n{string.Concat(brief.Problems.Select(problem => $"- {Line(problem)}\n"))}\nThis is a failure, not an empty answer: say so before you go on.\n";

    private static string OfHandoff(Handoff handoff, int most)
    {
        var text = new StringBuilder($"## Handoff from the last session ({Time(handoff.CreatedAt)})\n\n");
        if (handoff.Message is { } message)
            text.Append(Quoted(message, most)).Append('\n');
        var git = handoff.Branch is null ? "on no branch" : $"on `{Code(handoff.Branch)}`";
        text.Append($"- git: {git}{(handoff.Head is { } head ? $" at {Short(head)}" : "")}, {Pushed(handoff)}\n");
        if (handoff.UncommittedCount > 0)
            text.Append($"- not committed: {Listed(handoff.Uncommitted, handoff.UncommittedCount)}\n");
        if (handoff.Tests is { } tests)
            text.Append($"- tests: {Line(Cut(tests, 300))}\n");
        if (handoff.Bead is { } bead)
            text.Append($"- bead: {Line(bead)}{(handoff.Step is { } step ? $", step {Line(Cut(step, 300))}" : "")}\n");
        foreach (var decision in handoff.Decisions.Take(5))
            text.Append($"- decided: {Line(Cut(decision, 300))}\n");
        foreach (var question in handoff.Questions.Take(5))
            text.Append($"- open: {Line(Cut(question, 300))}\n");
        return text.ToString();
    }

    private static string Greeting(AgentBrief brief)
    {
        var role = brief.Role switch
        {
            AgentRecord.MayorRole => "You are the mayor: you plan, give work to others (`codesyncer bead create`, `codesyncer sling`, `codesyncer mail send`) and watch it; you do not write code yourself.",
            AgentRecord.PolecatRole => "You are a polecat: you do the one bead below to its end, commit, and hand it in with `codesyncer done`; you take nothing else. What you cannot solve you raise with `codesyncer escalate create`.",
            AgentRecord.CrewRole => "You are crew: you work with a person in this work tree of your own.",
            null => "You work alone in this repository.",
            { } other => $"Your role: {Line(other)}.",
        };
        var rig = brief.Rig is null ? "" : $" of the rig {Line(brief.Rig)}";
        return $"## You are {Line(brief.Agent)}{rig}\n\n{role}\n";
    }

    private static string OfWork(AgentBrief brief, int most)
    {
        var text = new StringBuilder();
        if (brief.Bead is { } bead)
        {
            text.Append($"- Your bead: {Line(bead.Id)} \"{Line(Cut(bead.Title, 300))}\" ({Line(bead.Status)}, priority {bead.Priority})\n");
            if (bead.Description.Length > 0)
                text.Append(Quoted(bead.Description, most));
            if (bead.Fields.String("acceptance_criteria") is { Length: > 0 } acceptance)
                text.Append("- Done when:\n").Append(Quoted(acceptance, most / 2));
        }

        if (brief.Saved is { } saved)
        {
            if (saved.Step is { } step)
                text.Append($"- Step: {Line(Cut(step, 300))}\n");
            if (saved.Note is { } note)
                text.Append($"- Note: {Line(Cut(note, 600))}\n");
        }

        if (brief.MissingFrom is { } from)
            text.Append($"- Saved, and gone from the work tree ({Line(from.Event)}, {Time(from.Time)}): {Listed(brief.Missing, brief.Missing.Count)}. `codesyncer work show --at {brief.MissingId}` shows it, `codesyncer work restore --at {brief.MissingId}` brings it back.\n");

        if (brief.Uncommitted.Count > 0)
            text.Append($"- Not committed: {Listed(brief.Uncommitted, brief.Uncommitted.Count)}\n");
        if (brief.Bead is not null)
            text.Append(Now(brief, brief.Bead));
        return text.Length == 0 ? "" : $"## Your work\n\n{text}";
    }

    /// <summary>In a rig work is handed in, and closed by what lands.</summary>
    private static string Now(AgentBrief brief, Bead bead)
    {
        var id = Line(bead.Id);
        var take = bead.Status == BeadStatus.Hooked ? $"take it up with `codesyncer bead claim {id}`" : $"go on with {id}";
        return brief.Rig is null ? $"- Now: {take}; `codesyncer bead close {id} --reason ...` when it is done.\n"
            : $"- Now: {take}; `codesyncer done` when all of it is committed and tested.\n";
    }

    /// <summary>Unread mail; empty: none.</summary>
    /// <param name="most">Characters of one message.</param>
    public static string Mail(IReadOnlyList<Message> mail, int most = 800)
    {
        if (mail.Count == 0)
            return "";
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"## Unread mail ({mail.Count})\n\n"));
        foreach (var message in mail.Take(MostMail))
        {
            text.Append($"- {Line(message.Id)} from {Line(message.From)}, {MailPriority.Word(message.Priority)}: {Line(Cut(message.Subject, 200))}\n");
            text.Append(Quoted(message.Body, most));
        }

        if (mail.Count > MostMail)
            text.Append(string.Create(CultureInfo.InvariantCulture, $"- and {mail.Count - MostMail} more: `codesyncer mail inbox`\n"));
        return text.ToString();
    }

    /// <summary>Whether a text shows the whole of a message, so that it counts as read.</summary>
    public static bool ShowsWhole(string text, Message message) =>
        text.Contains($"- {Line(message.Id)} from ", StringComparison.Ordinal) && text.Contains(Quoted(message.Body, int.MaxValue), StringComparison.Ordinal);

    private static string OfReady(AgentBrief brief) => brief.Ready.Count == 0 ? ""
        : $"## Ready to be taken\n\n{string.Concat(brief.Ready.Select(bead => $"- {Line(bead.Id)} {Line(Cut(bead.Title, 200))}\n"))}\nTake one with `codesyncer bead claim ID`.\n";

    private static string Pushed(Handoff handoff) => handoff switch
    {
        { Ahead: { } ahead, Behind: { } behind } => string.Create(CultureInfo.InvariantCulture, $"{ahead} ahead of and {behind} behind {Line(handoff.Upstream ?? "its upstream")}"),
        { IsPushed: true } => "pushed",
        _ => "not pushed",
    };

    private static string Listed(IReadOnlyList<string> paths, long count) =>
        string.Join(", ", paths.Take(MostPaths).Select(path => $"`{Code(path)}`")) + (count > MostPaths ? string.Create(CultureInfo.InvariantCulture, $" and {count - MostPaths} more") : "");

    /// <summary>Text of others, marked as such: a heading or a list in it is none of ours.</summary>
    private static string Quoted(string text, int most)
    {
        if (text.Trim().Length == 0)
            return "";
        var cut = Cut(text.Trim().ReplaceLineEndings("\n"), most);
        return string.Concat(cut.Split('\n').Select(line => $"  > {line}\n"));
    }

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + " …";

    private static string Line(string text) => MarkdownText.Inline(text);

    private static string Code(string text) => text.ReplaceLineEndings(" ").Replace('`', '\'');

    private static string Short(string id) => id.Length > 10 ? id[..10] : id;

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
