using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Cli.Verbs.Agents;

/// <summary><c>agent</c>: who is known here and can be written to.</summary>
internal static class AgentVerb
{
    public static Command Create() => new("agent", "Who is known here and can be written to.") { Register(), List(), Remove() };

    private static Command Register()
    {
        var name = new Argument<string>("name");
        var role = new Option<string?>("--role") { Description = "crew, polecat, mayor, or a word of your own.", HelpName = "R" };
        var rig = new Option<string?>("--rig") { HelpName = "RIG" };
        return new Command("register", "Makes an agent known.") { name, role, rig }.OnLedger((result, session) =>
            Print(result, session.Change(change => AgentRules.Register(change, result.GetValue(name)!, result.GetValue(role), result.GetValue(rig)))));
    }

    private static Command List() => new Command("list", "Lists those who have acted, were registered, or were written to.").OnLedger((result, session) =>
    {
        var agents = Mailroom.Agents(session.Index()).Where(agent => !agent.IsRemoved).OrderBy(agent => agent.Name, StringComparer.Ordinal).ToList();
        if (result.WantsJson())
        {
            Terminal.WriteJson(writer =>
            {
                writer.WriteStartArray();
                foreach (var agent in agents)
                    writer.WriteRawValue(agent.Fields.ToCompact());
                writer.WriteEndArray();
            });
            return 0;
        }

        foreach (var agent in agents)
            Console.Out.WriteLine(Line(agent));
        return 0;
    });

    private static Command Remove()
    {
        var name = new Argument<string>("name");
        return new Command("remove", "Takes an agent out of the known ones.") { name }.OnLedger((result, session) =>
            Print(result, session.Change(change => AgentRules.Remove(change, result.GetValue(name)!))));
    }

    private static int Print(ParseResult result, AgentRecord agent)
    {
        if (result.WantsJson())
            Terminal.WriteJson(writer => writer.WriteRawValue(agent.Fields.ToCompact()));
        else
            Console.Out.WriteLine(Line(agent));
        return 0;
    }

    private static string Line(AgentRecord agent) =>
        SafeText.ForTerminal(agent.Name + (agent.Role is { } role ? $"  {role}" : "") + (agent.Rig is { } rig ? $"  in {rig}" : "") + (agent.IsRemoved ? "  (removed)" : ""));
}
