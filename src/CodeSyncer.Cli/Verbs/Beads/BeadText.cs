using System.CommandLine;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Cli.Verbs.Beads;

/// <summary>Beads as people and programs read them.</summary>
internal static class BeadText
{
    /// <summary>As many as a person reads, where nobody says how many.</summary>
    private const int UsualLimit = 100;

    public static Option<int?> Limit() => new Option<int?>("--limit", "-n") { Description = $"At most this many (0: all). Without it {UsualLimit}, with --json all.", HelpName = "N" }.NotNegative();

    /// <summary>Prints what a query gives, and on standard error how to see the rest.</summary>
    public static void Print(LedgerIndex index, BeadQuery query, int? limit, bool json)
    {
        var most = limit ?? (json ? 0 : UsualLimit);
        var beads = index.Beads(query with { Limit = most > 0 ? most + 1 : 0 });
        var isMore = most > 0 && beads.Count > most;
        Print(isMore ? beads[..most] : beads, json);
        if (isMore && limit is null)
            Console.Error.WriteLine($"codesyncer: these are the first {most}: '--limit 0' lists all");
    }

    public static void WriteJson(Bead bead) => Terminal.WriteJson(writer => writer.WriteRawValue(bead.Fields.ToCompact()));

    public static void WriteJson(IEnumerable<Bead> beads) => Terminal.WriteJson(writer =>
    {
        writer.WriteStartArray();
        foreach (var bead in beads)
            writer.WriteRawValue(bead.Fields.ToCompact());
        writer.WriteEndArray();
    });

    public static void Print(IReadOnlyList<Bead> beads, bool json)
    {
        if (json)
        {
            WriteJson(beads);
            return;
        }

        var widest = beads.Select(bead => bead.Id.Length).DefaultIfEmpty(0).Max();
        var status = beads.Select(bead => bead.Status.Length).DefaultIfEmpty(0).Max();
        foreach (var bead in beads)
            Console.Out.WriteLine(SafeText.ForTerminal($"{bead.Id.PadRight(widest)}  P{bead.Priority}  {bead.Status.PadRight(status)}  {bead.Title}{Details(bead)}"));
    }

    public static void PrintOne(Bead bead, bool json)
    {
        if (json)
            WriteJson(bead);
        else
            Print([bead], json: false);
    }

    private static string Details(Bead bead)
    {
        var words = new List<string>();
        if (bead.IssueType != "task")
            words.Add(bead.IssueType);
        words.AddRange(bead.Labels.Select(label => "#" + label));
        if (bead.Assignee is { } assignee)
            words.Add("@" + assignee);
        return words.Count == 0 ? "" : $"  ({string.Join(' ', words)})";
    }
}
