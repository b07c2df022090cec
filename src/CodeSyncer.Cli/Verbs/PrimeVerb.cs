using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Text;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Agents;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Town;

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
            if (GitRepository.TryDiscover(result.StartDirectory()) is null && LedgerPlace.TownAround(result.StartDirectory()) is { } root)
                return Answer(OfTown(root, result.GetValue(LedgerSession.Agent), Form(result)), result.GetValue(json));
            var prime = PrimeText.For(Workspace.Open(result.StartDirectory()), result.GetValue(LedgerSession.Agent)).Render(Form(result));
            return Answer(prime, result.GetValue(json));
        });
        return command;

        PrimeForm Form(ParseResult result) => result.GetValue(isShort) ? PrimeForm.Reminder : PrimeForm.Whole;
    }

    private static int Answer(Prime prime, bool isJson)
    {
        if (isJson)
            Terminal.WriteJson(writer => Write(writer, prime));
        else
            Console.Out.Write(SafeText.ForTerminal(prime.Text, keepLines: true));
        return 0;
    }

    /// <summary>At the root of a town there is no repository: the town itself is told.</summary>
    private static Prime OfTown(string root, string? agent, PrimeForm form)
    {
        using var town = TownWorkspace.Open(root);
        return TownPrime.For(town, agent, Environment.GetEnvironmentVariable).Render(form);
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
