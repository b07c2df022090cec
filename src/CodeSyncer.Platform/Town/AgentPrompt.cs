using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Agents;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Town;

/// <summary>What an agent is started with.</summary>
internal static class AgentPrompt
{
    /// <summary>The first words to a polecat. An agent without hooks gets its prime here as well.</summary>
    public static string Of(AgentSlot slot, Bead bead, string? note, string? prime)
    {
        var again = slot.Attempts > 0 ? "You are started again for it: what the session before you did is in this work tree; go on from there. " : "";
        var back = note is null ? "" : $"{note} See your mail for what was said ('codesyncer mail inbox'), mend it on this branch, and hand it in again. ";
        return $"You are {slot.Name}, a worker agent. Do bead {bead.Id} (\"{bead.Title}\") to its end, in this work tree and on this branch. {again}{back}"
            + "'codesyncer prime' tells where the work stands. Commit what you do. When all of it is done and tested, run 'codesyncer done'; "
            + "if nothing had to change, 'codesyncer done --result no-change --message WHY'; for a report, 'codesyncer done --result report --message TEXT'. "
            + "If you cannot go on, run 'codesyncer escalate create --bead " + bead.Id + " WHY'. Then end."
            + (prime is null ? "" : $"\n\n{prime}");
    }

    public static string Prime(string workTree, Actor actor) =>
        new PrimeText(Workspace.OpenForHook(GitRepository.Discover(workTree)), actor).Render(PrimeForm.Whole).Text;

    public static string Fill(string argument, IReadOnlyDictionary<string, string> values)
    {
        foreach (var (name, value) in values)
        {
            if (argument == $"{{{name}}}")
                return value;
        }

        return values.Aggregate(argument, (text, entry) => text.Replace($"{{{entry.Key}}}", entry.Value, StringComparison.Ordinal));
    }
}
