using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Cli.Verbs.Beads;

/// <summary><c>bead ready</c>: what can be worked on now; with <c>--claim</c> the first of it is yours.</summary>
internal static class BeadReadyVerb
{
    public static Command Create()
    {
        var claim = new Option<bool>("--claim") { Description = "Claim the first one, in the same transaction. Exit code 1: nothing is ready." };
        var type = new Option<string?>("--type", "-t") { HelpName = "T" };
        var labels = new Option<string[]>("--label", "-l") { Description = "Must be there; may be repeated.", HelpName = "L" };
        var oldest = new Option<bool>("--oldest") { Description = "The oldest first, whatever its priority." };
        var limit = BeadText.Limit();
        return new Command("ready", "Lists what can be worked on now: open, not blocked, not deferred.") { claim, type, labels, oldest, limit }.OnLedger((result, session) =>
        {
            var query = new BeadQuery
            {
                ReadyAt = session.Store.Now,
                Type = result.GetValue(type),
                Labels = result.GetValue(labels) ?? [],
                Order = result.GetValue(oldest) ? BeadSort.Oldest : BeadSort.Priority,
            };
            if (!result.GetValue(claim))
            {
                BeadText.Print(session.Index(), query, result.GetValue(limit), result.WantsJson());
                return 0;
            }

            var won = session.Store.ClaimReady(session.Actor, query, session.IsAlive);
            if (won is null)
            {
                if (result.WantsJson())
                    Terminal.WriteJson(writer => writer.WriteNullValue());
                else
                    Console.Error.WriteLine("codesyncer: nothing is ready");
                return 1;
            }

            session.NoteSession();
            BeadText.PrintOne(won, result.WantsJson());
            return 0;
        });
    }
}
