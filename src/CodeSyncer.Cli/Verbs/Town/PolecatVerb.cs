using System.CommandLine;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs.Town;

/// <summary><c>polecat</c>: the worker agents.</summary>
internal static class PolecatVerb
{
    public static Command Create() => new("polecat", "The worker agents.") { Start(), List(), Log(), Stop(), Remove(), Run() };

    private static Command Start()
    {
        var name = new Argument<string?>("name") { Description = "One to start again for the bead that it holds.", Arity = ArgumentArity.ZeroOrOne };
        var rig = new Option<string?>("--rig") { Description = "Start new ones for the next beads of this rig that are ready.", HelpName = "RIG" };
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 1, Description = "How many." };
        var program = SlingVerb.Program();
        return new Command("start", "Starts a polecat again, or new ones for what is ready.") { name, rig, count, program }.OnTown((result, town) =>
        {
            var desk = new PolecatDesk(town);
            if (result.GetValue(name) is { } given)
            {
                var slot = desk.Start(given);
                TownVerbs.Say($"{slot.Name}: started again for {slot.Bead}");
                return 0;
            }

            if (result.GetValue(rig) is not { } where)
                throw TownErrors.NeedsRig(town.Settings.Rigs.Select(known => known.Name));
            var slung = desk.StartNext(where, Math.Max(1, result.GetValue(count)), result.GetValue(program));
            TownText.Print(slung);
            if (slung.Count == 0)
                TownVerbs.Say($"Nothing is ready in {where}.");
            return 0;
        });
    }

    private static Command List() => new Command("list", "Lists the polecats and what they do.").WithJson().OnTown((result, town) =>
    {
        var polecats = new TownReader(town).Agents().Where(agent => agent.Slot.IsPolecat).ToList();
        if (result.WantsJson())
            Terminal.WriteJson(writer => TownJson.Write(writer, polecats));
        else
            TownText.Print(polecats, town.Now);
        return 0;
    });

    private static Command Log()
    {
        var name = Name();
        return new Command("log", "Prints what a polecat wrote in its last run.") { name }.OnTown((result, town) =>
        {
            var slot = town.Agent(result.GetValue(name)!);
            if (town.Runs.Of(slot.Name)?.Log is { } log && File.Exists(log))
                Console.Out.Write(Core.Text.SafeText.ForTerminal(File.ReadAllText(log), keepLines: true));
            else
                TownVerbs.Say($"{slot.Name} was never started here.");
            return 0;
        });
    }

    private static Command Stop()
    {
        var name = Name();
        return new Command("stop", "Ends a polecat's processes, and saves its work; it keeps its bead.") { name }.OnTown((result, town) =>
        {
            var slot = new PolecatDesk(town).Stop(result.GetValue(name)!);
            TownVerbs.Say($"{slot.Name} is stopped{(slot.Bead is null ? "" : $"; 'codesyncer polecat start {slot.Address!.Name}' goes on with {slot.Bead}")}.");
            return 0;
        });
    }

    private static Command Remove()
    {
        var name = Name();
        var force = new Option<bool>("--force") { Description = "Although something is not committed or has not landed: all is saved first, the branch stays." };
        return new Command("remove", "Takes a polecat and its work tree away.") { name, force }.OnTown((result, town) =>
        {
            new PolecatDesk(town).Remove(result.GetValue(name)!, result.GetValue(force));
            TownVerbs.Say($"Removed {result.GetValue(name)}.");
            return 0;
        });
    }

    /// <summary>What we start ourselves: it starts one spawn of an agent and waits for its end.</summary>
    private static Command Run()
    {
        var (name, generation) = (new Argument<string>("agent"), new Argument<string>("generation"));
        return new Command("run", "Starts and watches one spawn of an agent; the town calls it.") { name, generation }.Hide().OnTown((result, town) =>
        {
            if (new AgentRunner(town).Run(result.GetValue(name)!, result.GetValue(generation)!) is not null)
                new TownTick(town).Run(_ => { });
            return 0;
        });
    }

    private static Argument<string> Name() => new("name") { Description = "Its name, or RIG/polecats/NAME." };

    private static Command Hide(this Command command)
    {
        command.Hidden = true;
        return command;
    }
}
