using System.CommandLine;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs.Town;

/// <summary><c>queue</c>: what was handed in, and its landing.</summary>
internal static class QueueVerb
{
    public static Command Create() => new("queue", "What was handed in, and its landing.") { Submit(), List(), Run() };

    private static Command Submit() => new Command("submit", "Hands in the branch of this work tree; the same as 'done --result code'.").OnTown((result, town) =>
    {
        var answer = new DoneRun(town, result.StartDirectory()).Run(DoneRun.Code, null);
        TownVerbs.Say($"{answer.Bead.Id}: {(answer.IsRepeated ? "was handed in already" : "handed in")}");
        TownTick.Ask(town);
        return 0;
    });

    private static Command List() => new Command("list", "Lists what waits to land, in order.").WithJson().OnTown((result, town) =>
    {
        var queue = new TownReader(town).Read().Queue;
        if (result.WantsJson())
            Terminal.WriteJson(writer => TownJson.WriteQueue(writer, queue));
        else
            TownText.PrintQueue(queue, town.Now);
        return 0;
    });

    private static Command Run()
    {
        var rig = new Argument<string?>("rig") { Description = "Only this one.", Arity = ArgumentArity.ZeroOrOne };
        return new Command("run", "Lands what waits, now.") { rig }.OnTown((result, town) =>
        {
            if (town.IsStopped)
                throw TownErrors.TownStopped();
            var rigs = result.GetValue(rig) is { } name ? [town.Rig(name)] : town.Settings.Rigs;
            var count = 0;
            foreach (var each in rigs)
            {
                if (new MergeQueue(town, each).Run() is not { } lines)
                {
                    TownVerbs.Say($"{each.Name}: another process is at it.");
                    continue;
                }

                count += lines.Count;
                foreach (var line in lines)
                    TownVerbs.Say(line);
            }

            if (count == 0)
                TownVerbs.Say("Nothing waits to land.");
            else
                TownTick.Ask(town);
            return 0;
        });
    }
}
