using System.CommandLine;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs.Town;

/// <summary><c>town</c>: a workspace of several projects, and the agents in it.</summary>
internal static class TownVerb
{
    public static Command Create() => new("town", "A workspace of several projects, and the agents that work in them.")
    {
        New(), Status(), WatchVerb(), Recover(), Stop(), Start(), Mayor(), Log(),
    };

    private static Command New()
    {
        var path = new Argument<string>("folder");
        var name = new Option<string?>("--name") { Description = "Of the town; else the folder's." };
        var command = new Command("new", "Makes a town in a folder that is in no repository.") { path, name };
        command.Runs(result =>
        {
            var root = result.PathFrom(result.GetValue(path)!);
            var isNew = TownFounding.Create(root, result.GetValue(name));
            TownVerbs.Say(isNew ? $"Made the town {root}" : $"{root} is a town already: nothing was changed.");
            TownVerbs.Say($"Add projects with 'codesyncer -C {root} rig add NAME URL-OR-PATH'.");
            return 0;
        });
        return command;
    }

    private static Command Status() => new Command("status", "Shows rigs, agents, convoys, the queue and what needs somebody.").WithJson().OnTown((result, town) =>
    {
        var status = new TownReader(town).Read();
        if (result.WantsJson())
            Terminal.WriteJson(writer => TownJson.Write(writer, status));
        else
            TownText.Print(status);
        return 0;
    });

    private static Command WatchVerb()
    {
        var look = new Option<bool>("--look") { Description = "Only look on; another process supervises, or nobody." };
        return new Command("watch", "Supervises the town, and shows it live; ends with Ctrl+C. The town goes on without it.") { look }.OnTown((result, town) =>
        {
            using var stop = new StopRequest();
            return new TownScreen(town, isLooking: result.GetValue(look)).Run(stop.Token);
        });
    }

    private static Command Recover()
    {
        var quiet = new Option<bool>("--quiet") { Description = "Say nothing." };
        return new Command("recover", "Mends what crashed: saves, starts again, frees, lands. Safe at any time.") { quiet }.OnTown((result, town) =>
        {
            var isQuiet = result.GetValue(quiet);
            var count = new TownTick(town).Run(line =>
            {
                if (!isQuiet)
                    TownVerbs.Say(line);
            });
            if (!isQuiet && count is null)
                TownVerbs.Say("Another process is at it, and does this as well.");
            else if (!isQuiet && count == 0)
                TownVerbs.Say(town.IsStopped ? "The town is stopped: nothing is started before 'codesyncer town start'." : "All is as it should be.");
            return 0;
        });
    }

    private static Command Stop()
    {
        var graceful = new Option<bool>("--graceful") { Description = "Start nothing more, and let agents end by themselves." };
        var seconds = new Option<int>("--timeout") { Description = "How long they may take then.", HelpName = "SECONDS", DefaultValueFactory = _ => 600 };
        return new Command("stop", "Stops every agent, saved first; nothing is started before 'town start'.") { graceful, seconds }.OnTown((result, town) =>
        {
            new TownHalt(town).Stop(result.GetValue(graceful) ? TimeSpan.FromSeconds(result.GetValue(seconds)) : TimeSpan.Zero, TownVerbs.Say);
            TownVerbs.Say("The town is stopped.");
            return 0;
        });
    }

    private static Command Start() => new Command("start", "Goes on after 'town stop'.").OnTown((_, town) =>
    {
        new TownHalt(town).Start(TownVerbs.Say);
        TownVerbs.Say("The town goes on.");
        return 0;
    });

    private static Command Mayor()
    {
        var program = new Option<string?>("--program") { Description = "The agent to open; else as the town says.", HelpName = "NAME" };
        var rest = new Argument<string[]>("arguments") { Description = "More arguments of the agent, behind '--'.", Arity = ArgumentArity.ZeroOrMore };
        var isPrime = new Option<bool>("--prime") { Description = "Only print what the mayor is told." };
        return new Command("mayor", "Opens the coordinating agent at this terminal.") { program, isPrime, rest }.OnTown((result, town) =>
        {
            if (!result.GetValue(isPrime))
                return new MayorSession(town).Run(result.GetValue(program), result.GetValue(rest) ?? []);
            Console.Out.Write(Core.Text.SafeText.ForTerminal(MayorPrime.Render(town), keepLines: true));
            return 0;
        });
    }

    private static Command Log()
    {
        var limit = new Option<int>("--limit", "-n") { DefaultValueFactory = _ => 50, Description = "At most so many; 0: all." }.NotNegative();
        var about = new Option<string?>("--about") { Description = "Only of this bead, agent or convoy.", HelpName = "ID" };
        return new Command("log", "Who did what, when: the newest last.") { limit, about }.WithJson().OnTown((result, town) =>
        {
            if (result.GetValue(limit) < 0)
                throw LedgerErrors.BadValue("limit", $"{result.GetValue(limit)}", "use 0 for all, or a number above it");
            var events = TownLog.Read(town.Store.Repository, result.GetValue(about), result.GetValue(limit));
            if (result.WantsJson())
                Terminal.WriteJson(writer => TownJson.Write(writer, events));
            else
                TownText.Print(events);
            return 0;
        });
    }
}
