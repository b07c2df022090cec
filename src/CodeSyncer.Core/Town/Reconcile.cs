using System.Globalization;
using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Town;

/// <summary>
/// Decides every agent's state, for whoever asks: the supervisor, <c>town recover</c>, lists and dashboards. A pure function
/// of facts: the same facts give the same verdict, and acting on it twice does no harm.
/// </summary>
public static class Reconcile
{
    private const int FirstFactor = 1;
    private const int NextFactor = 4;

    public static Verdict Judge(AgentFacts facts)
    {
        var (slot, run) = (facts.Slot, facts.Run);
        var runs = run is { IsAlive: true } or { IsStarting: true };
        if (slot.Bead is null)
            return !runs ? new Verdict(AgentState.Idle, AgentAction.None, "")
                : IsQuiet(facts) ? new Verdict(AgentState.Finishing, AgentAction.None, "its process does not end by itself", EndsProcess: true)
                : new Verdict(AgentState.Finishing, AgentAction.None, "");
        if (NotHeld(slot, facts.Bead) is { } lost)
            return new Verdict(lost.State, AgentAction.Free, lost.Reason, EndsProcess: runs && lost.State != AgentState.Submitted);
        if (slot.IsStopped)
            return new Verdict(AgentState.Stopped, AgentAction.None, "stopped by a person", EndsProcess: runs);
        if (run is null || run.Generation != slot.Generation)
            return facts.IsStarterAlive ? new Verdict(AgentState.Starting, AgentAction.None, "")
                : Dead(facts, "it was never started: whoever slung the bead died", EndsProcess: runs);
        if (run.IsAlive && IsQuiet(facts))
            return Next(facts, AgentState.Stalled, $"no sign of life since {Clock(run.Seen)}", endsProcess: true);
        if (run.IsAlive)
            return new Verdict(AgentState.Working, AgentAction.None, "");
        if (run.IsStarting)
            return IsQuiet(facts) ? Next(facts, AgentState.Stalled, "its start hangs", endsProcess: true) : new Verdict(AgentState.Starting, AgentAction.None, "");
        var end = run.ExitCode switch
        {
            null => "its process is gone",
            0 => "it ended without 'done'",
            { } code => $"it ended with exit code {code.ToString(CultureInfo.InvariantCulture)}",
        };
        return Dead(facts, end, EndsProcess: false);
    }

    /// <summary>When an agent that died may be started again.</summary>
    public static DateTimeOffset NextStart(AgentFacts facts)
    {
        var seen = facts.Run is { } run && run.Generation == facts.Slot.Generation ? run.Seen : facts.Slot.UpdatedAt;
        if (facts.Slot.Attempts == 0)
            return seen;
        var factor = FirstFactor * Math.Pow(NextFactor, facts.Slot.Attempts - 1);
        return seen + facts.Settings.BackOff * factor;
    }

    private static Verdict Dead(AgentFacts facts, string reason, bool EndsProcess) =>
        facts.Slot.Attempts < facts.Settings.MostRespawns && NextStart(facts) is var next && next > facts.Now
            ? new Verdict(AgentState.Waiting, AgentAction.None, $"{reason}; started again at {Clock(next)}", EndsProcess)
            : Next(facts, AgentState.Dead, reason, EndsProcess);

    private static Verdict Next(AgentFacts facts, AgentState state, string reason, bool endsProcess) =>
        facts.Slot.Attempts < facts.Settings.MostRespawns
            ? new Verdict(state, AgentAction.StartAgain, reason, endsProcess)
            : new Verdict(state, AgentAction.GiveUp, $"{reason}, and it was started again {facts.Slot.Attempts} times", endsProcess);

    private static bool IsQuiet(AgentFacts facts) => facts.Run is { } run && facts.Now - run.Seen > facts.Settings.StalledAfter;

    /// <summary>Why the bead on the hook is no longer this spawn's; null: it is.</summary>
    private static (AgentState State, string Reason)? NotHeld(AgentSlot slot, Bead? bead) => bead switch
    {
        null => (AgentState.Dead, $"there is no bead {slot.Bead}"),
        { IsTombstone: true } => (AgentState.Dead, $"{bead.Id} was deleted"),
        { IsClosed: true } => (AgentState.Dead, $"{bead.Id} was closed"),
        { Claim: { } claim } when claim.Agent == slot.Name && claim.Session == slot.Generation => null,
        { Claim: { } claim } => (AgentState.Dead, $"{bead.Id} is held by {claim.Agent}"),
        _ when Submission.Of(bead)?.Agent == slot.Name => (AgentState.Submitted, "handed in"),
        _ => (AgentState.Dead, $"{bead.Id} is no longer its own"),
    };

    private static string Clock(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
