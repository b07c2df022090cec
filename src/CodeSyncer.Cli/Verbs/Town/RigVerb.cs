using System.CommandLine;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs.Town;

/// <summary><c>rig</c>: the projects of a town.</summary>
internal static class RigVerb
{
    public static Command Create() => new("rig", "The projects of a town.") { Add(), List(), Remove(), Leave() };

    private static Command Add()
    {
        var name = new Argument<string>("name");
        var source = new Argument<string>("url-or-path") { Description = "An address to clone, or a clone to adopt where it stands." };
        var target = new Option<string?>("--target") { Description = "The branch to land on; else the one that is checked out.", HelpName = "BRANCH" };
        var timeout = new Option<int>("--timeout") { Description = "How long a clone may take.", HelpName = "SECONDS", DefaultValueFactory = _ => 600 };
        return new Command("add", "Adds a project.") { name, source, target, timeout }.OnTown((result, town) =>
        {
            var given = result.GetValue(source)!;
            var path = result.PathFrom(given);
            var rig = new RigDesk(town).Add(result.GetValue(name)!, Directory.Exists(path) ? path : given, result.GetValue(target), TimeSpan.FromSeconds(result.GetValue(timeout)));
            TownVerbs.Say($"Added the rig {rig.Name}: {town.YoursOf(rig)}, lands on {rig.Target}{(rig.Remote is null ? ", no remote" : $", remote {rig.Remote}")}");
            return 0;
        });
    }

    private static Command List() => new Command("list", "Lists the projects.").WithJson().OnTown((result, town) =>
    {
        var rigs = new TownReader(town).Read().Rigs;
        if (result.WantsJson())
            Terminal.WriteJson(writer => TownJson.Write(writer, rigs));
        else
            TownText.Print(rigs);
        return 0;
    });

    private static Command Remove()
    {
        var name = new Argument<string>("name");
        var force = new Option<bool>("--force") { Description = "Although something has not landed: the hub is kept on the disk, under another name." };
        return new Command("remove", "Takes a project out; your clone stays.") { name, force }.OnTown((result, town) =>
        {
            new RigDesk(town).Remove(result.GetValue(name)!, result.GetValue(force));
            TownVerbs.Say($"Removed the rig {result.GetValue(name)}; your clone is as it was.");
            return 0;
        });
    }

    private static Command Leave()
    {
        var command = new Command("leave", "Takes this repository out of a town that is not there any more; its own ledger counts again.");
        command.Runs(result =>
        {
            TownVerbs.Say($"Left the town {RigDesk.Leave(result.StartDirectory())}.");
            return 0;
        });
        return command;
    }
}
