using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Text;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Agents;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>prime</c>: text for an agent's context.</summary>
internal static class PrimeVerb
{
    public static Command Create()
    {
        var isShort = new Option<bool>("--short") { Description = "The short form, as after a compaction." };
        var json = CommonOptions.Json();
        var command = new Command("prime", "Says who you are, what you hold, what waits and what is decided here, for an agent's context.") { LedgerSession.Agent, isShort, json };
        command.Runs(result =>
        {
            var prime = PrimeText.For(Workspace.Open(result.StartDirectory()), result.GetValue(LedgerSession.Agent))
                .Render(result.GetValue(isShort) ? PrimeForm.Reminder : PrimeForm.Whole);
            if (result.GetValue(json))
                Terminal.WriteJson(writer => Write(writer, prime));
            else
                Console.Out.Write(SafeText.ForTerminal(prime.Text, keepLines: true));
            return 0;
        });
        return command;
    }

    private static void Write(System.Text.Json.Utf8JsonWriter writer, Prime prime)
    {
        writer.WriteStartObject();
        writer.WriteString("text", prime.Text);
        writer.WriteStartArray("parts");
        foreach (var (name, source, characters) in prime.Sources())
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("source", source);
            writer.WriteNumber("characters", characters);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
