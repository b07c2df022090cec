using System.CommandLine;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs.Town;

/// <summary><c>sling</c>: gives beads to agents, and starts these.</summary>
internal static class SlingVerb
{
    public static Command Create()
    {
        var words = new Argument<string[]>("bead") { Description = "Beads, then a rig, a polecat or RIG/crew/NAME; without one the rig that the beads name, or the only one.", Arity = ArgumentArity.OneOrMore };
        var to = new Option<string?>("--to") { Description = "The rig or agent.", HelpName = "TARGET" };
        var convoy = new Option<string?>("--convoy") { Description = "Name of the convoy that is opened for beads in none." };
        var whenReady = new Option<bool>("--when-ready") { Description = "Blocked beads wait, and are started by themselves." };
        var program = Program();
        return new Command("sling", "Gives beads to worker agents and starts these.") { words, to, convoy, whenReady, program }.WithJson().OnTown((result, town) =>
        {
            var (beads, target) = Split(town, result.GetValue(words)!, result.GetValue(to));
            var slung = new Slinger(town).Sling(beads, target, result.GetValue(program), result.GetValue(convoy), result.GetValue(whenReady));
            if (result.WantsJson())
                Terminal.WriteJson(writer => TownJson.Write(writer, slung));
            else
                TownText.Print(slung);
            return 0;
        });
    }

    public static Option<string?> Program() => new("--program") { Description = "The agent to start; else as the town says.", HelpName = "NAME" };

    /// <summary>The last word is the target where it is no bead.</summary>
    private static (IReadOnlyList<string> Beads, string? Target) Split(TownWorkspace town, string[] words, string? to)
    {
        if (to is not null || words.Length == 1)
            return (words, to);
        var last = words[^1];
        var isTarget = last.Contains('/') || town.Settings.Rig(last) is not null || town.Store.Index().Resolve(Core.Ledger.LedgerPath.Beads, last).Count == 0;
        return isTarget ? (words[..^1], last) : (words, null);
    }
}
