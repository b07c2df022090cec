using System.CommandLine;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs.Town;

/// <summary><c>escalate</c>: what needs a person or the mayor.</summary>
internal static class EscalateVerb
{
    public static Command Create() => new("escalate", "What needs a person or the mayor.") { New(), List(), Ack() };

    private static Command New()
    {
        var subject = new Argument<string>("subject");
        var body = new Option<string?>("--body", "-b") { HelpName = "TEXT" };
        var severity = new Option<string>("--severity", "-s") { DefaultValueFactory = _ => Severity.Medium, Description = string.Join(", ", Severity.All) + "." };
        var bead = new Option<string?>("--bead") { HelpName = "ID" };
        return new Command("create", "Raises something to the mayor.") { subject, body, severity, bead }.WithJson().OnTown((result, town) =>
        {
            var id = result.GetValue(bead) is { } part ? town.Store.Index().Resolve(LedgerPath.Beads, part) is [var only] ? only : throw Core.Errors.LedgerErrors.UnknownBead(part) : null;
            var raised = town.Store.Change(town.Actor, (change, ids) => EscalationRules.Raise(change, result.GetValue(severity)!, result.GetValue(subject)!, result.GetValue(body) ?? "", id, ids));
            if (result.WantsJson())
                Terminal.WriteJson(writer => TownJson.Write(writer, raised));
            else
                TownVerbs.Say($"{raised.Id}: raised ({raised.Severity})");
            return 0;
        });
    }

    private static Command List()
    {
        var all = new Option<bool>("--all") { Description = "Acknowledged ones too." };
        return new Command("list", "Lists what nobody has acknowledged, the most severe first.") { all }.WithJson().OnTown((result, town) =>
        {
            var escalations = new TownReader(town).Escalations(result.GetValue(all));
            if (result.WantsJson())
                Terminal.WriteJson(writer => TownJson.Write(writer, escalations));
            else
                TownText.Print(escalations, town.Now);
            return 0;
        });
    }

    private static Command Ack()
    {
        var id = new Argument<string>("id");
        return new Command("ack", "Says that you take care of it.") { id }.OnTown((result, town) =>
        {
            var seen = town.Store.Change(town.Actor, (change, _) => EscalationRules.Acknowledge(change, result.GetValue(id)!));
            TownVerbs.Say($"{seen.Id}: acknowledged by {seen.AcknowledgedBy}");
            return 0;
        });
    }
}
