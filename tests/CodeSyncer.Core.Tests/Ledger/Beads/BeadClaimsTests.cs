using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Core.Tests.Ledger.Beads;

public class BeadClaimsTests
{
    private readonly MemoryLedger _ledger = new();

    public BeadClaimsTests() => _ledger.Add("bd-a");

    private ClaimResult Claim(string name = "kim", string tree = "/trees/a", string session = "s1", bool alive = true)
    {
        _ledger.Actor = new Actor(name, tree, session);
        return _ledger.Change(change => BeadClaims.Claim(change, "bd-a", _ => alive));
    }

    [Fact]
    public void A_claim_says_who_where_and_since_when()
    {
        var result = Claim();
        Assert.Equal(ClaimOutcome.Claimed, result.Outcome);
        Assert.Equal(new BeadClaim("kim", "/trees/a", "s1", LedgerTime.Write(_ledger.Now)), _ledger["bd-a"].Claim);
        Assert.Equal(("in_progress", "kim", _ledger.Now), (_ledger["bd-a"].Status, _ledger["bd-a"].Assignee, _ledger["bd-a"].Fields.Time("started_at")));
    }

    [Fact]
    public void The_holder_may_claim_again_and_nothing_is_written()
    {
        Claim();
        var before = _ledger["bd-a"].Fields;
        Assert.Equal(ClaimOutcome.AlreadyYours, Claim().Outcome);
        Assert.Equal(before, _ledger["bd-a"].Fields);
    }

    [Theory]
    [InlineData("lee", "/trees/a", "s1", false)]
    [InlineData("kim", "/trees/b", "s1", false)]
    [InlineData("kim", "/trees/a", "s2", true)]
    public void Everyone_else_is_told_who_holds_it(string name, string tree, string session, bool alive)
    {
        Claim();
        var since = LedgerTime.Write(_ledger.Now);
        var error = Assert.Throws<CodeSyncerException>(() => Claim(name, tree, session, alive));
        Assert.Equal(ErrorKind.Conflict, error.Kind);
        Assert.Equal($"bead 'bd-a' is held by 'kim' in work tree '/trees/a' since {since}", error.Message);
    }

    [Fact]
    public void The_next_session_takes_over_once_the_last_is_over_and_is_told()
    {
        Claim();
        var started = _ledger["bd-a"].Fields.Time("started_at");
        var result = Claim(session: "s2", alive: false);
        Assert.Equal((ClaimOutcome.TakenOver, "s1"), (result.Outcome, result.Before!.Session));
        Assert.Equal("s2", _ledger["bd-a"].Claim!.Session);
        Assert.Equal(started, _ledger["bd-a"].Fields.Time("started_at"));
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("deferred")]
    [InlineData("blocked")]
    [InlineData("pinned")]
    [InlineData("review")]
    public void What_is_not_open_is_not_claimed(string status)
    {
        _ledger.Change(change => BeadRules.Update(change, "bd-a", [new("status", status)]));
        Assert.Equal("NotClaimable", Assert.Throws<CodeSyncerException>(() => Claim()).Id);
    }

    [Fact]
    public void What_is_assigned_is_claimed_by_its_assignee_only()
    {
        _ledger.Change(change => BeadRules.Update(change, "bd-a", [new("assignee", "lee")]));
        Assert.Equal(ErrorKind.Conflict, Assert.Throws<CodeSyncerException>(() => Claim()).Kind);
        Assert.Equal(ClaimOutcome.Claimed, Claim("lee").Outcome);
    }

    [Fact]
    public void A_bead_in_progress_elsewhere_without_our_claim_is_held_by_its_assignee()
    {
        _ledger.Items[LedgerPath.Bead("bd-a")] = JsonFields.Parse("""{"id":"bd-a","title":"t","status":"in_progress","assignee":"lee","updated_at":"2026-01-02T03:04:05Z"}""");
        Assert.EndsWith("held by 'lee' since 2026-01-02T03:04:05Z", Assert.Throws<CodeSyncerException>(() => Claim()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_released_bead_is_open_for_anyone()
    {
        Claim();
        _ledger.Change(change => BeadClaims.Release(change, "bd-a", _ => true));
        Assert.Equal(("open", null, null), (_ledger["bd-a"].Status, _ledger["bd-a"].Assignee, _ledger["bd-a"].Claim));
        Assert.Equal(ClaimOutcome.Claimed, Claim("lee", "/trees/b", "s9").Outcome);
    }

    [Fact]
    public void Only_the_holder_releases_unless_forced()
    {
        Claim();
        _ledger.Actor = new Actor("lee", "/trees/b", "s2");
        Assert.Equal(ErrorKind.Conflict, Assert.Throws<CodeSyncerException>(() => _ledger.Change(change => BeadClaims.Release(change, "bd-a", _ => true))).Kind);
        _ledger.Change(change => BeadClaims.Release(change, "bd-a", _ => true, force: true));
        Assert.Equal("open", _ledger["bd-a"].Status);
        _ledger.Change(change => BeadClaims.Release(change, "bd-a", _ => true));
    }

    [Fact]
    public void Giving_it_to_another_takes_the_claim_off()
    {
        Claim();
        _ledger.Change(change => BeadRules.Update(change, "bd-a", [new("assignee", "lee")]));
        Assert.Null(_ledger["bd-a"].Claim);
        Assert.Equal(ClaimOutcome.Claimed, Claim("lee", "/trees/b").Outcome);
    }
}
