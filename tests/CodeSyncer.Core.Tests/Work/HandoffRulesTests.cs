using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Tests.Ledger;
using CodeSyncer.Core.Work;

namespace CodeSyncer.Core.Tests.Work;

public class HandoffRulesTests
{
    private readonly MemoryLedger _ledger = new();

    private IEnumerable<Handoff> All => _ledger.Items.Where(item => item.Key.StartsWith("handoffs/", StringComparison.Ordinal)).Select(item => new Handoff(item.Value));

    private Handoff? Last => HandoffRules.Last(All, _ledger.Actor.Name, _ledger.Actor.WorkTree);

    [Fact]
    public void It_is_for_the_next_session_once()
    {
        var left = Leave("go on with b.txt");
        Assert.Null(Waiting());
        As("s2");
        Assert.Equal(left.Id, Waiting()?.Id);
        Take(left.Id);
        Assert.Null(Waiting());
        As("s3");
        Assert.Null(Waiting());
    }

    [Fact]
    public void Until_it_is_taken_every_session_gets_it()
    {
        var left = Leave("go on");
        As("s2");
        Assert.Equal(left.Id, Waiting()?.Id);
        As("s3");
        Assert.Equal(left.Id, Waiting()?.Id);
    }

    [Fact]
    public void The_first_one_has_it()
    {
        var left = Leave("go on");
        As("s2");
        Take(left.Id);
        As("s3");
        Take(left.Id);
        Assert.Equal("s2", Last!.TakenBy);
        Take("hand-none");
        Assert.Single(All);
    }

    [Fact]
    public void One_that_nobody_took_is_stale_once_there_is_a_newer_one()
    {
        var old = Leave("old");
        As("s2");
        var young = Leave("young");
        Assert.NotEqual(old.Id, young.Id);
        As("s3");
        Assert.Equal(young.Id, Waiting()?.Id);
        Take(young.Id);
        As("s4");
        Assert.Null(Waiting());
        Assert.False(All.Single(handoff => handoff.Id == old.Id).IsTaken);
    }

    [Fact]
    public void It_is_of_one_agent_in_one_work_tree()
    {
        Leave("kim's");
        _ledger.Actor = new Actor("lee", "/trees/a", "s2");
        Assert.Null(Waiting());
        _ledger.Actor = new Actor("kim", "/trees/b", "s3");
        Assert.Null(Waiting());
        _ledger.Actor = new Actor("kim", "/trees/a", "s4");
        Assert.Equal("kim's", Waiting()?.Message);
    }

    [Fact]
    public void A_session_whose_context_was_emptied_gets_its_own()
    {
        var left = Leave("go on");
        Assert.Null(HandoffRules.Waiting(Last, _ledger.Actor, isSameSession: false));
        Assert.Equal(left.Id, HandoffRules.Waiting(Last, _ledger.Actor, isSameSession: true)?.Id);
        Take(left.Id);
        Assert.Null(HandoffRules.Waiting(Last, _ledger.Actor, isSameSession: true));
    }

    [Fact]
    public void Facts_alone_keep_the_message_that_the_session_left_before()
    {
        var said = Leave("the API rejects empty names", tests: "41 passed");
        var computed = Leave(null, facts: new HandoffFacts { Branch = "topic", Uncommitted = ["a"], UncommittedCount = 1 });
        Assert.Equal(said.Id, computed.Id);
        Assert.Equal(("the API rejects empty names", "41 passed", "topic", 1L), (computed.Message, computed.Tests, computed.Branch, computed.UncommittedCount));
        Assert.Equal(said.CreatedAt, computed.CreatedAt);
        Assert.True(computed.UpdatedAt > said.UpdatedAt);
        var second = Leave("one more thing");
        Assert.NotEqual(said.Id, second.Id);
        Assert.Equal(second.Id, Last!.Id);
    }

    [Fact]
    public void What_was_taken_is_never_written_over()
    {
        var left = Leave(null);
        As("s2");
        Take(left.Id);
        As("s1");
        Assert.NotEqual(left.Id, Leave(null).Id);
        Assert.True(All.Single(handoff => handoff.Id == left.Id).IsTaken);
    }

    [Fact]
    public void The_spawn_that_left_it_is_on_record()
    {
        Assert.Equal("g1", Leave("x", generation: "g1").Generation);
        Assert.Null(Leave("y").Generation);
    }

    [Fact]
    public void All_facts_are_kept()
    {
        var facts = new HandoffFacts
        {
            Branch = "topic",
            Head = "abc",
            Upstream = "origin/topic",
            Ahead = 2,
            Behind = 1,
            IsPushed = true,
            Uncommitted = ["a", "ü b"],
            UncommittedCount = 300,
            Bead = "bd-1",
            Step = "two",
            Save = "w1",
            Questions = ["why?"],
            Decisions = ["so"],
        };
        var left = Leave("m", facts: facts);
        Assert.Equal(("topic", "abc", "origin/topic", 2L, 1L, true), (left.Branch, left.Head, left.Upstream, left.Ahead, left.Behind, left.IsPushed));
        Assert.Equal((300L, "bd-1", "two", "w1"), (left.UncommittedCount, left.Bead, left.Step, left.Save));
        Assert.Equal(["a", "ü b"], left.Uncommitted);
        Assert.Equal(["why?", "so"], left.Questions.Concat(left.Decisions));
        Assert.Null(Leave("other").Ahead);
    }

    [Fact]
    public void A_message_that_is_too_long_is_refused_and_leaves_nothing()
    {
        Assert.Equal(ErrorKind.BadInput, Assert.Throws<CodeSyncerException>(() => Leave(new string('ü', 9000))).Kind);
        Assert.Empty(All);
        Assert.Equal(16 * 1024, Leave(new string('x', 16 * 1024)).Message!.Length);
    }

    private void As(string session) => _ledger.Actor = _ledger.Actor with { Session = session };

    private Handoff? Waiting() => HandoffRules.Waiting(Last, _ledger.Actor, isSameSession: false);

    private void Take(string id) => _ledger.Change(change =>
    {
        HandoffRules.Take(change, id);
        return true;
    });

    private Handoff Leave(string? message, string? tests = null, string? generation = null, HandoffFacts? facts = null) =>
        _ledger.Change(change => HandoffRules.Leave(change, Last, facts ?? new HandoffFacts(), message, tests, generation, _ledger.Ids with { Prefix = Handoff.IdPrefix }));
}
