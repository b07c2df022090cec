using System.CommandLine;
using System.Text.Json;
using CodeSyncer.Core.Records;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Records;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>find</c>: full text over all that is on record.</summary>
internal static class FindVerb
{
    private const int Shown = 20;

    private const int TitleWidth = 160;

    public static Command Create()
    {
        var words = new Argument<string[]>("words") { Description = "All of these must be there, each as the beginning of a word.", Arity = ArgumentArity.OneOrMore };
        var kinds = new Option<string[]>("--kind") { Description = "Only this: a kind of tag, bead, mail, handoff, endpoint or heading; may be repeated.", HelpName = "K" };
        var town = CommonOptions.Town();
        var limit = new Option<int?>("--limit") { Description = $"At most this many (0: all; {Shown} without it).", HelpName = "N" }.NotNegative();
        var json = CommonOptions.Json();
        var command = new Command("find", "Finds words in tags, beads, mail, handoffs, endpoints and headings of documents, best first.") { words, kinds, town, limit, json };
        command.Runs(result =>
        {
            var scope = TownScope.Of(result.StartDirectory(), result.GetValue(town));
            ScopeText.Warn(scope);
            var hits = new ContextSearch(scope).Find(string.Join(' ', result.GetValue(words)!), result.GetValue(kinds) ?? [], result.GetValue(limit) ?? Shown);
            if (result.GetValue(json))
                Terminal.WriteJson(writer => Write(writer, hits));
            else
                Print(hits);
            if (hits.Count == 0)
                Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: nothing found for '{string.Join(' ', result.GetValue(words)!)}'"));
            return 0;
        });
        return command;
    }

    private static void Print(IReadOnlyList<SearchHit> hits)
    {
        foreach (var hit in hits)
        {
            var item = hit.Item;
            var place = item.Line > 0 ? $"{ScopeText.Place(item.Rig, item.Path)}:{item.Line}" : item.Path;
            Console.Out.WriteLine(SafeText.ForTerminal($"{place}: {item.Kind}: {(hit.IsInTitle ? hit.Around : $"{FoundLine.Cut(item.Title.Split('\n')[0], 0, TitleWidth)}  ({hit.Around})")}"));
        }
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<SearchHit> hits)
    {
        writer.WriteStartArray();
        foreach (var (item, around, _, score) in hits)
        {
            writer.WriteStartObject();
            if (item.Rig.Length > 0)
                writer.WriteString("rig", item.Rig);
            writer.WriteString("path", item.Line > 0 ? item.Path : null);
            writer.WriteString("id", item.Line > 0 ? null : item.Path);
            writer.WriteNumber("line", item.Line);
            writer.WriteNumber("end_line", item.EndLine);
            writer.WriteString("kind", item.Kind);
            writer.WriteString("text", item.Title);
            writer.WriteString("around", around);
            writer.WriteNumber("score", Math.Round(score, 6));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
