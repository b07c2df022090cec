using System.Globalization;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Text;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs.Town;

/// <summary>A town, for people.</summary>
internal static class TownText
{
    public static void Print(TownStatus status)
    {
        var state = status.IsStopped ? "stopped" : status.HasSupervisor ? "supervised" : "on its own";
        Line($"{status.Name} ({status.Root}), {state}");
        Head("Needs somebody", status.Escalations.Count);
        Print(status.Escalations, status.Now);
        Head("Rigs", status.Rigs.Count);
        Print(status.Rigs);
        Head("Agents", status.Agents.Count);
        Print(status.Agents, status.Now);
        Head("Convoys", status.Convoys.Count);
        foreach (var convoy in status.Convoys)
            Line($"  {ConvoyBar.Text(convoy, 20, isAscii: !Terminal.ShowsUnicode)}  {convoy.Convoy.Id}  {Cut(convoy.Convoy.Name, 50)}  {convoy.Status.ToString().ToLowerInvariant()}");
        Head("Queue", status.Queue.Count);
        PrintQueue(status.Queue, status.Now);
        Head("Waiting for a polecat", status.Waiting.Count);
        foreach (var bead in status.Waiting.Take(10))
            Line($"  {bead.Id}  {Cut(bead.Title, 60)}  {Dispatch.Of(bead)!.Rig}");
        if (status.Waiting.Count > 10)
            Line($"  and {status.Waiting.Count - 10} more");
        Line("");
        Line($"Beads: {(status.Beads.Count == 0 ? "none" : string.Join(", ", status.Beads.Select(entry => $"{entry.Count} {entry.Status}")))}; unread mail of the mayor: {status.UnreadOfMayor}");
    }

    public static void Print(IReadOnlyList<RigStatus> rigs)
    {
        Table([.. rigs.Select(rig => new[]
        {
            rig.Settings.Name, rig.Settings.Target + (rig.Tip is { } tip ? $" {tip[..8]}" : ""), $"{rig.Working}/{rig.Polecats} at work", $"{rig.Crew} crew", $"{rig.Queued} queued",
            rig.Problem ?? (rig.Settings.Remote ?? "no remote"),
        })]);
    }

    public static void Print(IReadOnlyList<AgentStatus> agents, DateTimeOffset now) => Table([.. agents.Select(agent => new[]
    {
        agent.Name, agent.State, TownVerbs.Age(agent.Since, now), agent.Bead is { } bead ? $"{bead.Id} {Cut(bead.Title, 40)}" : "",
        string.Join("; ", new[]
        {
            agent.Verdict.Reason, agent.Slot.Attempts > 0 ? $"started again {agent.Slot.Attempts} times" : "",
            agent.Bead is not null && agent.Seen is { } seen && agent.Verdict.State == AgentState.Working ? $"seen {TownVerbs.Age(seen, now)} ago" : "",
        }.Where(text => text.Length > 0)),
    })]);

    public static void Print(IReadOnlyList<SlingResult> results)
    {
        foreach (var result in results)
        {
            var convoy = result.Convoy is null ? "" : $" (convoy {result.Convoy})";
            Line(result.Outcome switch
            {
                SlingOutcome.Slung => $"{result.Bead.Id} -> {result.Agent}{convoy}",
                SlingOutcome.Hooked => $"{result.Bead.Id} is on the hook of {result.Agent}{convoy}",
                SlingOutcome.Already => $"{result.Bead.Id}: {result.Agent?.ToString() ?? "somebody"} has it already{(result.Reason is null ? "" : $" ({result.Reason})")}",
                _ => $"{result.Bead.Id} waits: {result.Reason}{convoy}",
            });
        }
    }

    public static void Print(IReadOnlyList<Escalation> escalations, DateTimeOffset now) => Table([.. escalations.Select(escalation => new[]
    {
        escalation.Id, escalation.Severity, TownVerbs.Age(escalation.CreatedAt, now), Cut(escalation.Message.Subject, 80), escalation.IsOpen ? $"from {escalation.Message.From}" : $"acknowledged by {escalation.AcknowledgedBy}",
    })]);

    public static void PrintQueue(IReadOnlyList<Bead> queue, DateTimeOffset now) => Table([.. queue.Select(bead => (bead, Submission: Submission.Of(bead)!)).Select(entry => new[]
    {
        entry.bead.Id, $"{entry.Submission.Rig}/{entry.Submission.Target}", entry.Submission.Branch, entry.Submission.Agent, $"{TownVerbs.Age(entry.Submission.At, now)} ago",
    })]);

    public static void Print(IReadOnlyList<TownEvent> events) => Table([.. events.Select(entry => new[]
    {
        entry.Time.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), entry.Agent, entry.What,
    })]);

    private static void Head(string title, int count)
    {
        if (count > 0)
            Line($"\n{title}");
    }

    private static void Table(List<string[]> rows)
    {
        if (rows.Count == 0)
            return;
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            Line(("  " + string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])))).TrimEnd());
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";

    private static void Line(string text) => Console.Out.WriteLine(SafeText.ForTerminal(text, keepLines: true));
}
