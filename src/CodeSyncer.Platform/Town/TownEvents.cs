using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Core.Town;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Platform.Town;

/// <summary>Events of an agent at the root of a town: the mayor's, mostly.</summary>
public static class MayorEvents
{
    public static EventAnswer? Answer(AgentHook hook, AgentEvent reported, Func<string, string?> environment)
    {
        if (reported.Directory is null || LedgerPlace.TownAround(reported.Directory) is not { } root)
            return null;
        using var town = TownWorkspace.Open(root);
        return hook.Kind switch
        {
            AgentEventKind.SessionStart => new EventAnswer(MayorPrime.Render(town)),
            AgentEventKind.Prompt => Prompt(town, environment),
            _ => EventAnswer.Nothing,
        };
    }

    private static EventAnswer Prompt(TownWorkspace town, Func<string, string?> environment)
    {
        var agent = environment("CODESYNCER_AGENT") is { Length: > 0 } name ? name : AgentAddress.Mayor;
        var urgent = Mailroom.Inbox(town.Store.Index(), agent, isAll: false).Where(message => message.Priority <= 1).ToList();
        return urgent.Count == 0 ? EventAnswer.Nothing : new EventAnswer(PrimeBrief.Mail(urgent));
    }
}
