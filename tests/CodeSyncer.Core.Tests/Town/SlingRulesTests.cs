using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Ledger.Ready;
using CodeSyncer.Core.Tests.Ledger;
using CodeSyncer.Core.Town;

namespace CodeSyncer.Core.Tests.Town;

/// <summary>The way of a bead through a town, by the rules alone: slung, handed in, landed or sent back.</summary>
public class SlingRulesTests
{
    private readonly MemoryLedger _ledger = new();
    private readonly TownSettings _settings = new() { Rigs = [new RigSettings("api", "api"), new RigSettings("web", "web")], MostPolecats = 3, MostPolecatsOfRig = 2 };
    private int _generations;

    private IReadOnlyList<AgentSlot> Slots => [.. _ledger.Items.Where(item => item.Key.StartsWith("agents/", StringComparison.Ordinal)).Select(item => new AgentSlot(item.Value))];

    private SlingFacts Facts(bool isStopped = false) => new(
        _settings, Slots, [.. _ledger.Items.Where(item => item.Key.StartsWith("convoys/", StringComparison.Ordinal)).Select(item => new Convoy(item.Value))],
        new ReadyWork([.. _ledger.Beads.Select(bead => bead.ToNode())], [.. _ledger.Beads.SelectMany(bead => bead.Edges())], _ledger.Now),
        _ => true, () => $"g{++_generations}", agent => $"/town/{agent}")
    {
        IsStopped = isStopped,
    };

    private IReadOnlyList<SlingResult> Sling(string[] beads, string rig = "api", bool isWhenReady = false, AgentAddress? agent = null) =>
        _ledger.Change(change => SlingRules.Sling(change, new SlingRequest(beads, _settings.Rig(rig)!, "claude", "1.1") { IsWhenReady = isWhenReady, Agent = agent }, Facts(), _ledger.Ids));

    private Submission HandIn(SlingResult slung)
    {
        var submission = new Submission { Agent = slung.Agent!.ToString(), Generation = slung.Slot!.Generation!, Rig = "api", Branch = slung.Slot.Branch!, Head = new string('a', 40), Target = "main", At = _ledger.Now };
        _ledger.Change(change => DoneRules.Submit(change, submission, slung.Bead.Id));
        return submission;
    }

    [Fact]
    public void Bead_agent_and_convoy_are_one_change()
    {
        _ledger.Add("bd-1");
        _ledger.Add("bd-2");
        var slung = Sling(["bd-1", "2"]);
        Assert.Equal(["api/polecats/agate", "api/polecats/basalt"], slung.Select(result => result.Agent!.ToString()));
        Assert.Single(slung.Select(result => result.Convoy).Distinct());
        Assert.Equal(("in_progress", "api/polecats/agate", "g1"), (_ledger["bd-1"].Status, _ledger["bd-1"].Claim!.Agent, _ledger["bd-1"].Claim!.Session));
        Assert.Equal(["bd-1", "bd-2"], Slots.Select(slot => slot.Bead));
    }

    [Fact]
    public void The_same_sling_again_writes_nothing()
    {
        _ledger.Add("bd-1");
        Sling(["bd-1"]);
        var before = _ledger.Items.ToDictionary(item => item.Key, item => item.Value.ToCompact());
        Assert.Equal(SlingOutcome.Already, Sling(["bd-1"]).Single().Outcome);
        Assert.Equal(before, _ledger.Items.ToDictionary(item => item.Key, item => item.Value.ToCompact()));
    }

    [Fact]
    public void One_that_is_refused_refuses_all()
    {
        _ledger.Add("bd-1");
        _ledger.Add("bd-2");
        _ledger.Change(change => BeadClaims.Claim(change, "bd-2", _ => true));
        Assert.Throws<CodeSyncerException>(() => Sling(["bd-1", "bd-2"]));
        Assert.Equal("open", _ledger["bd-1"].Status);
        Assert.Empty(Slots);
    }

    [Fact]
    public void What_is_over_a_cap_waits_with_its_wish()
    {
        foreach (var id in new[] { "bd-1", "bd-2", "bd-3" })
            _ledger.Add(id);
        Assert.Equal([SlingOutcome.Slung, SlingOutcome.Slung, SlingOutcome.Waiting], Sling(["bd-1", "bd-2", "bd-3"]).Select(result => result.Outcome));
        Assert.Equal("api", Dispatch.Of(_ledger["bd-3"])!.Rig);
    }

    [Fact]
    public void What_could_not_be_started_is_as_before()
    {
        _ledger.Add("bd-1");
        var slung = Sling(["bd-1"]).Single();
        _ledger.Change(change =>
        {
            SlingRules.Undo(change, slung);
            return true;
        });
        Assert.Equal(("open", null, null), (_ledger["bd-1"].Status, _ledger["bd-1"].Assignee, _ledger["bd-1"].Claim));
        Assert.Null(Slots.Single().Bead);
        Assert.Equal(SlingOutcome.Slung, Sling(["bd-1"]).Single().Outcome);
    }

    [Fact]
    public void Handed_in_it_is_found_as_such_by_the_same_spawn_and_refused_to_an_older_one()
    {
        _ledger.Add("bd-1");
        var slung = Sling(["bd-1"]).Single();
        var agent = slung.Agent!.ToString();
        Assert.False(_ledger.Change(change => DoneRules.Find(change, agent, "g1")).IsHandedIn);
        HandIn(slung);
        Assert.True(_ledger.Change(change => DoneRules.Find(change, agent, "g1")).IsHandedIn);
        Assert.Equal("StaleGeneration", Assert.Throws<CodeSyncerException>(() => _ledger.Change(change => DoneRules.Find(change, agent, "g0"))).Id);
        Assert.Equal(("in_progress", null), (_ledger["bd-1"].Status, _ledger["bd-1"].Claim));
    }

    [Fact]
    public void Landing_closes_the_bead_and_tells_of_the_convoy_once()
    {
        _ledger.Add("bd-1");
        var slung = Sling(["bd-1"]).Single();
        var submission = HandIn(slung);
        IReadOnlyList<Convoy> convoys = Facts().Convoys;
        Assert.Null(_ledger.Change(change => LandingRules.Land(change, "bd-1", new string('b', 40), "c", convoys, _ledger.Ids)));
        Assert.Single(_ledger.Change(change => LandingRules.Land(change, "bd-1", submission.Head, new string('c', 40), convoys, _ledger.Ids))!);
        Assert.Null(_ledger.Change(change => LandingRules.Land(change, "bd-1", submission.Head, new string('c', 40), convoys, _ledger.Ids)));
        Assert.True(_ledger["bd-1"].IsClosed);
        Assert.Single(_ledger.Items, item => item.Key.StartsWith("mail/", StringComparison.Ordinal) && item.Value.String("subject")!.Contains("has landed", StringComparison.Ordinal));
    }

    [Fact]
    public void What_comes_back_too_often_needs_a_person()
    {
        _ledger.Add("bd-1");
        for (var i = 1; i <= LandingRules.MostReturns + 1; i++)
        {
            var slung = Sling(["bd-1"]).Single();
            Assert.Equal(SlingOutcome.Slung, slung.Outcome);
            var submission = HandIn(slung);
            _ledger.Change(change => LandingRules.SendBack(change, "bd-1", submission.Head, "the gates fail", "log", _ledger.Ids));
            Assert.Equal(i > LandingRules.MostReturns ? "blocked" : "open", _ledger["bd-1"].Status);
        }

        Assert.True(_ledger["bd-1"].Fields.Has("escalated_at"));
        Assert.Null(Dispatch.Of(_ledger["bd-1"]));
        Assert.Single(_ledger.Items, item => item.Value.String("type") == Escalation.Type || item.Value.String("severity") is not null);
    }

    [Fact]
    public void Rules_about_a_spawn_leave_its_successor_alone()
    {
        _ledger.Add("bd-1");
        var slung = Sling(["bd-1"]).Single();
        var agent = slung.Agent!.ToString();
        Assert.NotNull(_ledger.Change(change => SpawnRules.Again(change, agent, "g1", "g2", "1.1", counts: true)));
        Assert.Null(_ledger.Change(change => SpawnRules.Again(change, agent, "g1", "g3", "1.1", counts: true)));
        Assert.Null(_ledger.Change(change => SpawnRules.Free(change, agent, "g1")));
        Assert.Null(_ledger.Change(change => SpawnRules.GiveUp(change, agent, "g1", "x", _ledger.Ids)));
        Assert.Null(_ledger.Change(change => SpawnRules.Stop(change, agent, "g1")));
        Assert.Equal(("g2", 1, "g2"), (Slots.Single().Generation, Slots.Single().Attempts, _ledger["bd-1"].Claim!.Session));
    }

    [Fact]
    public void An_escalation_rises_until_somebody_takes_it()
    {
        var raised = _ledger.Change(change => EscalationRules.Raise(change, Severity.Low, "Who?", "", null, _ledger.Ids));
        var age = TimeSpan.FromHours(4);
        Assert.Null(_ledger.Change(change => EscalationRules.RaiseAgain(change, raised.Id, age, _ledger.Ids)));
        foreach (var severity in new[] { Severity.Medium, Severity.High, Severity.Critical, Severity.Critical })
        {
            _ledger.Now += age;
            Assert.Equal(severity, _ledger.Change(change => EscalationRules.RaiseAgain(change, raised.Id, age, _ledger.Ids))!.Severity);
        }

        _ledger.Change(change => EscalationRules.Acknowledge(change, raised.Id));
        _ledger.Now += age;
        Assert.Null(_ledger.Change(change => EscalationRules.RaiseAgain(change, raised.Id, age, _ledger.Ids)));
    }
}
