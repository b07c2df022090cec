using CodeSyncer.Core.Ledger.Ready;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Ledger.Convoys;

/// <summary>A convoy for a person at a terminal: its bar, its waves, and what waits for what. Safe to print.</summary>
public static class ConvoyText
{
    public static IReadOnlyList<string> Show(ConvoyProgress progress, int width = ConvoyBar.DefaultWidth, bool isAscii = false)
    {
        var lines = new List<string>
        {
            $"{Safe(progress.Convoy.Id)}  {Safe(progress.Convoy.Name)}  ({progress.Status.ToString().ToLowerInvariant()})",
            ConvoyBar.Text(progress, width, isAscii),
        };
        foreach (var wave in progress.Beads.GroupBy(bead => bead.Wave ?? (bead.Readiness == Readiness.Done ? 0 : int.MaxValue)).OrderBy(wave => wave.Key))
        {
            lines.Add(wave.Key switch { 0 => "done", int.MaxValue => "never, as it stands", _ => $"wave {wave.Key}" });
            lines.AddRange(wave.Select(bead => Line(bead, isAscii)));
        }

        lines.AddRange(progress.Cycles.Select(cycle => $"circle: {Safe(string.Join(" -> ", cycle))}"));
        if (progress.Missing.Count > 0)
            lines.Add($"deleted or unknown: {Safe(string.Join(", ", progress.Missing))}");
        return lines;
    }

    private static string Line(ConvoyBead bead, bool isAscii)
    {
        var node = bead.Bead;
        var holder = bead.Readiness == Readiness.InProgress && node.Assignee is { } assignee ? $"  @{Safe(assignee)}" : "";
        var stranded = bead.IsStranded ? "  stranded" : "";
        var waits = bead.BlockedBy.Count == 0 ? "" : $"  {(isAscii ? "<-" : "←")} {Safe(string.Join(", ", bead.BlockedBy.Select(Reason)))}";
        return $"  {Mark(bead.Readiness, isAscii)} {Safe(node.Id)}  P{node.Priority}  {Safe(node.Title)}{holder}{stranded}{waits}";
    }

    private static string Reason(BlockReason reason) => reason.Type switch
    {
        DependencyType.ParentChild => $"{reason.Id} (parent)",
        DependencyType.WaitsFor => $"{reason.Id} (children: {string.Join(" ", reason.Children)})",
        _ => reason.Id,
    };

    private static string Mark(Readiness readiness, bool isAscii) => readiness switch
    {
        Readiness.Done => isAscii ? "x" : "✓",
        Readiness.InProgress => isAscii ? ">" : "▶",
        Readiness.Ready => isAscii ? "o" : "○",
        Readiness.Blocked => isAscii ? "!" : "⊘",
        _ => isAscii ? "-" : "–",
    };

    private static string Safe(string text) => SafeText.ForTerminal(text);
}
