using System.Globalization;
using CodeSyncer.Platform.Ledger.Storage;

namespace CodeSyncer.Platform.Town;

/// <summary>
/// The log of a town: every change of the ledger is a commit that says who did what, when, and nothing ever changes or
/// deletes one.
/// </summary>
public static class TownLog
{
    /// <summary>The oldest first.</summary>
    /// <param name="about">Only lines that name this bead, agent or convoy; null: all.</param>
    /// <param name="limit">At most so many changes, the newest; 0: all.</param>
    public static IReadOnlyList<TownEvent> Read(LedgerRepository ledger, string? about, int limit)
    {
        if (ledger.Tip() is not { } tip)
            return [];
        var arguments = new List<string> { "log", "--format=%H%x1f%ct%x1f%B%x1e" };
        if (limit > 0)
            arguments.Add($"-n{limit.ToString(CultureInfo.InvariantCulture)}");
        if (about is not null)
            arguments.AddRange(["--fixed-strings", "--grep", about]);
        arguments.Add(tip);
        var events = new List<TownEvent>();
        foreach (var record in ledger.Git().Text([.. arguments]).Split('\x1e', StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            if (record.Trim('\n').Split('\x1f') is not [var commit, var seconds, var body])
                continue;
            var time = DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));
            var lines = body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var agent = lines.LastOrDefault(line => line.StartsWith(AgentTrailer, StringComparison.Ordinal))?[AgentTrailer.Length..] ?? "";
            var notes = lines.Where(line => !Trailers.Any(trailer => line.StartsWith(trailer, StringComparison.Ordinal))).ToList();
            // The head of several notes only counts them.
            var said = notes.Count > 1 ? notes[1..] : notes;
            events.AddRange(said.Where(note => about is null || note.Contains(about, StringComparison.Ordinal) || agent == about).Select(note => new TownEvent(time, agent, note, commit)));
        }

        return events;
    }

    private const string AgentTrailer = "Agent: ";

    private static readonly string[] Trailers = [AgentTrailer, "Work-Tree: ", "Session: "];
}
