using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Cli.Verbs.Beads;

/// <summary><c>bead claim</c> and <c>bead release</c>.</summary>
internal static class BeadClaimVerb
{
    public static Command Claim()
    {
        var id = new Argument<string>("id");
        return new Command("claim", "Takes a bead for yourself. Exit code 3: somebody else holds it.") { id }.OnLedger((result, session) =>
        {
            var answer = session.Change(change => BeadClaims.Claim(change, result.GetValue(id)!, session.IsAlive));
            session.NoteSession();
            if (answer is { Outcome: ClaimOutcome.TakenOver, Before: { } before })
                Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: taken over from session '{before.Session}' of yours, which is over; it claimed it at {before.Since}"));
            BeadText.PrintOne(answer.Bead, result.WantsJson());
            return 0;
        });
    }

    public static Command Release()
    {
        var id = new Argument<string>("id");
        var force = new Option<bool>("--force") { Description = "Take it from whoever holds it." };
        return new Command("release", "Gives a bead back: open, for anyone.") { id, force }.OnLedger((result, session) =>
        {
            BeadText.PrintOne(session.Change(change => BeadClaims.Release(change, result.GetValue(id)!, session.IsAlive, result.GetValue(force))), result.WantsJson());
            return 0;
        });
    }
}
