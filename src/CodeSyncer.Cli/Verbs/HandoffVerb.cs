using System.CommandLine;
using System.Globalization;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Agents;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>handoff</c>: what one session leaves for the next.</summary>
internal static class HandoffVerb
{
    public static Command Create()
    {
        var message = new Option<string?>("--message", "-m") { Description = "What the next session must know; - is standard input. Without it only the facts.", HelpName = "M" };
        var tests = new Option<string?>("--tests") { Description = "What the tests said when they ran last.", HelpName = "T" };
        var list = new Option<bool>("--list") { Description = "Lists the handoffs instead, newest first." };
        var limit = new Option<int>("--limit", "-n") { Description = "With --list, at most this many (0: all).", HelpName = "N", DefaultValueFactory = _ => 20 }.NotNegative();
        return new Command("handoff", "Saves the work and leaves a handoff: your message, and the facts of git, bead and tags. The next session is told it first, once.")
        {
            message, tests, list, limit,
        }.OnLedger((result, session) =>
        {
            if (result.GetValue(list))
                return Print(result, [.. HandoffDesk.All(session.Index()).Take(result.GetValue(limit) is > 0 and var most ? most : int.MaxValue)]);
            var desk = new HandoffDesk(Workspace.Open(result.StartDirectory()), session.Actor);
            var handoff = desk.Leave(result.GetValue(message) is "-" ? Console.In.ReadToEnd() : result.GetValue(message), result.GetValue(tests));
            return Print(result, handoff);
        });
    }

    private static int Print(ParseResult result, Handoff handoff)
    {
        if (result.WantsJson())
            Terminal.WriteJson(writer => writer.WriteRawValue(handoff.Fields.ToCompact()));
        else
            Console.Out.WriteLine(Line(handoff));
        return 0;
    }

    private static int Print(ParseResult result, IReadOnlyList<Handoff> handoffs)
    {
        if (result.WantsJson())
        {
            Terminal.WriteJson(writer =>
            {
                writer.WriteStartArray();
                foreach (var handoff in handoffs)
                    writer.WriteRawValue(handoff.Fields.ToCompact());
                writer.WriteEndArray();
            });
            return 0;
        }

        foreach (var handoff in handoffs)
            Console.Out.WriteLine(Line(handoff));
        return 0;
    }

    private static string Line(Handoff handoff)
    {
        var where = (handoff.Branch ?? "(no branch)") + (handoff.Head is { } head ? $" at {head[..Math.Min(10, head.Length)]}" : "");
        var changes = handoff.UncommittedCount == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"  {handoff.UncommittedCount} not committed");
        var message = handoff.Message is { } text ? $"  \"{(text.Length > 100 ? text[..99] + "…" : text)}\"" : "";
        return SafeText.ForTerminal($"{handoff.Id}  {handoff.CreatedAt.ToLocalTime():yyyy-MM-dd HH:mm}  {handoff.Agent}  {where}{changes}{(handoff.Bead is { } bead ? $"  {bead}" : "")}  {(handoff.IsTaken ? "taken" : "waiting")}{message}");
    }
}
