using System.CommandLine;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs.Town;

/// <summary><c>crew</c>: work trees for persons.</summary>
internal static class CrewVerb
{
    public static Command Create() => new("crew", "Work trees of a rig in which persons work.") { Add(), List(), Remove() };

    private static Command Add()
    {
        var (rig, name) = (new Argument<string>("rig"), new Argument<string>("name"));
        var agents = new Option<string?>("--program") { Description = "The agent whose hooks it gets, such as claude.", HelpName = "NAME" };
        return new Command("add", "Makes a work tree with a name and a hook of its own.") { rig, name, agents }.OnTown((result, town) =>
        {
            var profile = result.GetValue(agents) is { } program ? AgentPrograms.Find(town.Settings, program).Profile : null;
            TownVerbs.Say(new CrewDesk(town).Add(result.GetValue(rig)!, result.GetValue(name)!, profile));
            return 0;
        });
    }

    private static Command List() => new Command("list", "Lists the crews.").WithJson().OnTown((result, town) =>
    {
        var crews = new TownReader(town).Agents().Where(agent => !agent.Slot.IsPolecat).ToList();
        if (result.WantsJson())
            Terminal.WriteJson(writer => TownJson.Write(writer, crews));
        else
            TownText.Print(crews, town.Now);
        return 0;
    });

    private static Command Remove()
    {
        var name = new Argument<string>("name") { Description = "RIG/crew/NAME." };
        var force = new Option<bool>("--force") { Description = "Although something is not committed or has not landed: all is saved first, the branch stays." };
        return new Command("remove", "Takes the work tree away.") { name, force }.OnTown((result, town) =>
        {
            new CrewDesk(town).Remove(result.GetValue(name)!, result.GetValue(force));
            TownVerbs.Say($"Removed {result.GetValue(name)}.");
            return 0;
        });
    }
}
