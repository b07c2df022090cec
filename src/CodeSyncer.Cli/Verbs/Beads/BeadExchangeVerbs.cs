using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Interchange;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Cli.Verbs.Beads;

/// <summary><c>bead import</c> and <c>bead export</c>: Beads JSONL.</summary>
internal static class BeadExchangeVerbs
{
    private const int MostShown = 5;

    public static Command Import()
    {
        var file = new Argument<string>("file") { Description = "Beads JSONL; - is standard input." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would happen; change nothing." };
        return new Command("import", "Takes over the records of Beads JSONL: all of them or none.") { file, dryRun }.OnLedger((result, session) =>
        {
            var source = result.GetValue(file)!;
            var records = BeadsJsonlReader.Read(InputFile.Read(source, result.StartDirectory()));
            var answer = LedgerImport.Run(session.Store, session.Actor, records, source, result.GetValue(dryRun));
            if (result.WantsJson())
                Terminal.WriteJson(writer => BeadExchangeJson.Write(writer, answer));
            else
                Print(answer, result.GetValue(dryRun));
            return 0;
        });
    }

    public static Command Export()
    {
        var dialect = new Option<int>("--dialect") { Description = "0: Beads 0.x; 1: Beads 1.x, with types and counts.", HelpName = "0|1" };
        dialect.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is not (0 or 1))
                result.AddError("--dialect is 0 or 1");
        });
        return new Command("export", "Writes all beads as Beads JSONL.") { dialect }.OnLedger((result, session) =>
        {
            var index = session.Index();
            var others = index.Items(LedgerPath.Events).Where(BeadsImport.IsOther).ToList();
            Terminal.Flush();
            using var output = Console.OpenStandardOutput();
            output.Write(BeadsJsonlWriter.Write(index.Beads(new BeadQuery { AnyStatus = true, Order = BeadSort.Id }), others, (JsonlDialect)result.GetValue(dialect)));
            return 0;
        });
    }

    private static void Print(ImportResult answer, bool dryRun)
    {
        Console.Out.WriteLine($"{(dryRun ? "would create" : "created")} {answer.Created.Count}, {(dryRun ? "would update" : "updated")} {answer.Updated.Count}, unchanged {answer.Unchanged.Count}"
            + (answer.Older.Count > 0 ? $", older than ours {answer.Older.Count}" : "") + (answer.Deleted.Count > 0 ? $", deleted here {answer.Deleted.Count}" : ""));
        Say("edges to beads that are not here are kept", [.. answer.Dangling.Select(edge => $"{edge.From} -> {edge.Type}:{edge.To}")]);
        Say("the file closes cycles, which are kept", [.. answer.Cycles.Select(cycle => string.Join(" -> ", cycle))]);
    }

    private static void Say(string what, List<string> entries)
    {
        if (entries.Count > 0)
            Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: {entries.Count} {what}: {string.Join(", ", entries.Take(MostShown))}{(entries.Count > MostShown ? ", ..." : "")}"));
    }
}
