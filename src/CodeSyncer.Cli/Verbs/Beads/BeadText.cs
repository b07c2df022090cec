using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Cli.Verbs.Beads;

/// <summary>Beads as people and programs read them.</summary>
internal static class BeadText
{
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
