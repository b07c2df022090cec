using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CsCheck;

namespace CodeSyncer.Core.Tests.Town;

public class ReconcileTests
{
    private const string Me = "api/polecats/agate";

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly TownSettings Settings = new();

    private static AgentSlot Slot(string? bead = "sh-1", string generation = "g1", int attempts = 0, bool isStopped = false)
    {
        var fields = JsonFields.Empty.With("name", Me).With("role", "polecat").With("generation", generation).With("updated_at", Now.AddMinutes(-30));
        if (bead is not null)
            fields = fields.With("bead", bead).With("attempts", attempts);
        return new AgentSlot(isStopped ? fields.With("stopped", true) : fields);
    }

    private static Bead Bead(string status = "in_progress", string? agent = Me, string session = "g1")
    {
        var fields = JsonFields.Empty.With("id", "sh-1").With("title", "Charge").With("status", status);
        return new Bead(agent is null ? fields : fields.WithRaw("claim", JsonFields.Empty.With("agent", agent).With("session", session).With("since", "2026-11-23T08:00:00Z").ToCompact()));
    }

    private static RunFacts Run(bool isAlive = true, string generation = "g1", int quietMinutes = 0, int? exit = null, bool isStarting = false) =>
        new(generation, isStarting, isAlive, Now.AddMinutes(-quietMinutes), exit);

    private static Verdict Judge(AgentSlot slot, Bead? bead, RunFacts? run, bool isStarterAlive = false) =>
        Reconcile.Judge(new AgentFacts(slot, bead, run, isStarterAlive, Now, Settings));

    [Fact]
    public void One_that_works_is_left_alone() =>
        Assert.Equal((AgentState.Working, AgentAction.None, false), Of(Judge(Slot(), Bead(), Run())));

    [Fact]
    public void One_that_is_silent_for_too_long_is_ended_and_started_again() =>
        Assert.Equal((AgentState.Stalled, AgentAction.StartAgain, true), Of(Judge(Slot(), Bead(), Run(quietMinutes: 21))));

    [Fact]
    public void One_whose_process_is_gone_is_started_again_at_once_the_first_time() =>
        Assert.Equal((AgentState.Dead, AgentAction.StartAgain, false), Of(Judge(Slot(), Bead(), Run(isAlive: false))));

    [Fact]
    public void Later_it_waits_four_times_as_long_each_time()
    {
        var facts = Enumerable.Range(0, 4).Select(attempts => new AgentFacts(Slot(attempts: attempts), Bead(), Run(isAlive: false), false, Now, Settings));
        Assert.Equal([0, 30, 120, 480], facts.Select(fact => (Reconcile.NextStart(fact) - Now).TotalSeconds));
        Assert.Equal((AgentState.Waiting, AgentAction.None, false), Of(Judge(Slot(attempts: 2), Bead(), Run(isAlive: false))));
    }

    [Fact]
    public void After_three_it_is_given_up()
    {
        var verdict = Judge(Slot(attempts: 3), Bead(), Run(isAlive: false, exit: 7));
        Assert.Equal((AgentState.Dead, AgentAction.GiveUp, false), Of(verdict));
        Assert.Equal("it ended with exit code 7, and it was started again 3 times", verdict.Reason);
    }

    [Fact]
    public void A_start_under_way_is_waited_for_and_one_whose_starter_died_is_made_good()
    {
        Assert.Equal((AgentState.Starting, AgentAction.None, false), Of(Judge(Slot(), Bead(), null, isStarterAlive: true)));
        Assert.Equal((AgentState.Starting, AgentAction.None, false), Of(Judge(Slot(), Bead(), Run(isAlive: false, isStarting: true))));
        Assert.Equal(AgentAction.StartAgain, Judge(Slot(), Bead(), null).Action);
        Assert.Equal(AgentAction.StartAgain, Judge(Slot(generation: "g2"), Bead(session: "g2"), Run(isAlive: false)).Action);
    }

    [Theory]
    [InlineData("closed", Me, "g1")]
    [InlineData("tombstone", Me, "g1")]
    [InlineData("in_progress", "kim", "s1")]
    [InlineData("in_progress", Me, "g2")]
    [InlineData("open", null, "")]
    public void One_whose_bead_is_no_longer_its_own_is_ended_and_free(string status, string? agent, string session) =>
        Assert.Equal((AgentState.Dead, AgentAction.Free, true), Of(Judge(Slot(), Bead(status, agent, session), Run())));

    [Fact]
    public void One_that_a_person_stopped_stays_so() =>
        Assert.Equal((AgentState.Stopped, AgentAction.None, false), Of(Judge(Slot(isStopped: true), Bead(), Run(isAlive: false))));

    [Fact]
    public void One_that_holds_nothing_may_end_in_peace_but_not_hang_for_ever()
    {
        Assert.Equal((AgentState.Finishing, AgentAction.None, false), Of(Judge(Slot(bead: null), null, Run())));
        Assert.Equal((AgentState.Finishing, AgentAction.None, true), Of(Judge(Slot(bead: null), null, Run(quietMinutes: 30))));
        Assert.Equal((AgentState.Idle, AgentAction.None, false), Of(Judge(Slot(bead: null), null, null)));
    }

    private static readonly Gen<AgentFacts> AnyFacts = Gen.Select(
        Gen.Const("sh-1").Null(), Gen.OneOfConst("g1", "g2"), Gen.Int[0, 5], Gen.Bool,
        Gen.Select(Gen.OneOfConst("in_progress", "open", "closed", "blocked", "tombstone"), Gen.OneOfConst(Me, "kim", ""), Gen.OneOfConst("g1", "g2"), (status, agent, session) => Bead(status, agent.Length == 0 ? null : agent, session)).Null(),
        Gen.Select(Gen.Bool, Gen.OneOfConst("g1", "g2"), Gen.Int[0, 60], Gen.Int[0, 2], Gen.Bool, (isAlive, generation, quiet, exit, isStarting) => Run(isAlive, generation, quiet, isAlive ? null : exit, isStarting && !isAlive)).Null(),
        Gen.Bool,
        (bead, generation, attempts, isStopped, held, run, isStarterAlive) => new AgentFacts(Slot(bead, generation, attempts, isStopped), bead is null ? null : held, run, isStarterAlive, Now, Settings));

    [Fact]
    public void The_same_facts_give_the_same_verdict_and_who_works_well_is_never_touched() => AnyFacts.Sample(facts =>
    {
        var verdict = Reconcile.Judge(facts);
        Assert.Equal(verdict, Reconcile.Judge(facts));
        Assert.Equal(verdict.State == AgentState.Working, verdict is { Action: AgentAction.None, EndsProcess: false } && IsWell(facts));
        if (verdict.Action is AgentAction.StartAgain)
            Assert.True(facts.Slot is { Bead: not null, IsStopped: false } && facts.Slot.Attempts < Settings.MostRespawns);
        if (verdict.Action is not AgentAction.None && facts.Run is { IsAlive: true })
            Assert.True(verdict.EndsProcess, "what still runs is ended before anything is done with its bead");
    });

    /// <summary>However an agent fails, a bounded number of actions brings it to rest.</summary>
    [Fact]
    public void Acting_on_the_verdicts_comes_to_an_end() => AnyFacts.Sample(facts =>
    {
        var (now, actions) = (facts, 0);
        for (var round = 0; round < 50; round++)
        {
            var verdict = Reconcile.Judge(now);
            // Everything that is started fails at once; time goes on.
            var run = now.Run is null || verdict.EndsProcess ? now.Run is null ? null : now.Run with { IsAlive = false, IsStarting = false, ExitCode = 1 } : now.Run;
            now = verdict.Action switch
            {
                AgentAction.StartAgain => now with { Slot = now.Slot.Again($"n{round}", "", counts: true), Bead = Bead(session: $"n{round}"), Run = Run(isAlive: false, generation: $"n{round}", exit: 1), IsStarterAlive = false },
                AgentAction.Free or AgentAction.GiveUp => now with { Slot = now.Slot.Free(), Bead = null, Run = run },
                _ => now with { Run = run, Now = now.Now.AddHours(1), IsStarterAlive = false },
            };
            actions += verdict.Action == AgentAction.None ? 0 : 1;
        }

        Assert.True(actions <= Settings.MostRespawns + 1, $"{actions} actions");
        Assert.Equal(AgentAction.None, Reconcile.Judge(now).Action);
    });

    private static bool IsWell(AgentFacts facts) =>
        facts.Slot is { Bead: not null, IsStopped: false } && facts.Bead?.Claim is { } claim && claim.Agent == Me && claim.Session == facts.Slot.Generation && facts.Bead is { IsClosed: false, IsTombstone: false }
        && facts.Run is { IsAlive: true } run && run.Generation == facts.Slot.Generation && facts.Now - run.Seen <= Settings.StalledAfter;

    private static (AgentState, AgentAction, bool) Of(Verdict verdict) => (verdict.State, verdict.Action, verdict.EndsProcess);
}
