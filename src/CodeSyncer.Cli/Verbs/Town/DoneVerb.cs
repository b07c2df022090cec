using System.CommandLine;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs.Town;

/// <summary><c>done</c>: the end of an agent's work.</summary>
internal static class DoneVerb
{
    public static Command Create()
    {
        var result = new Option<string?>("--result") { Description = "code (the branch is handed in), report or no-change (the bead is closed); without it as it is.", HelpName = "KIND" };
        result.AcceptOnlyFromAmong([.. DoneRun.Results]);
        var message = new Option<string?>("--message", "-m") { Description = "What the next one should know; the report.", HelpName = "TEXT" };
        return new Command("done", "Commits what is left, saves it, hands the branch in, and frees you. Safe to repeat.") { result, message }.WithJson().OnTown((parsed, town) =>
        {
            var answer = new DoneRun(town, parsed.StartDirectory()).Run(parsed.GetValue(result), parsed.GetValue(message));
            if (parsed.WantsJson())
                Terminal.WriteJson(writer => TownJson.Write(writer, answer));
            else
                Print(answer);
            TownTick.Ask(town);
            return 0;
        });
    }

    private static void Print(DoneAnswer answer)
    {
        foreach (var path in answer.LeftOut)
            TownVerbs.Say($"  not committed: {path} looks like a secret, or is too large");
        TownVerbs.Say((answer.Submission, answer.IsRepeated) switch
        {
            ({ } submission, false) => $"{answer.Bead.Id}: handed in {submission.Branch} at {submission.Head[..10]}; it is closed when it has landed in {submission.Target}. You are free: end here.",
            ({ }, true) => $"{answer.Bead.Id}: was handed in already; nothing was changed.",
            (null, true) => $"{answer.Bead.Id}: was done already; nothing was changed.",
            _ => $"{answer.Bead.Id}: closed, {answer.Bead.CloseReason}. You are free: end here.",
        });
    }
}
