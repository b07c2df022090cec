using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Merge;

namespace CodeSyncer.Core.Tests.Ledger.Merge;

public class IdCollisionTests
{
    private static readonly JsonFields Theirs = JsonFields.Parse("""{"id":"my-app-a.1","title":"theirs","created_at":"2026-01-01T00:00:00Z","created_by":"kim"}""");

    private static readonly Bead Ours = new(JsonFields.Parse("""
        {"id":"my-app-a.1","title":"ours","created_at":"2026-01-01T00:00:01Z","created_by":"kim","updated_at":"2026-01-01T00:00:02Z",
        "dependencies":[{"issue_id":"my-app-a.1","depends_on_id":"my-app-a","type":"parent-child","x": 1}],"comments":[{"id":1,"issue_id":"my-app-a.1"}]}
        """));

    [Fact]
    public void Two_beads_under_one_id_are_told_from_two_versions_of_one()
    {
        Assert.True(IdCollision.Is(null, Ours.Fields, Theirs));
        Assert.False(IdCollision.Is(Theirs, Ours.Fields, Theirs));
        Assert.False(IdCollision.Is(null, Theirs.With("title", "edited"), Theirs));
        Assert.False(IdCollision.Is(null, Theirs.With("created_at", "2025-12-31T23:00:00-01:00"), Theirs));
        Assert.True(IdCollision.Is(null, Theirs.With("created_by", "lee"), Theirs));
    }

    [Fact]
    public void Ours_moves_with_all_that_it_has_and_its_parent_stays()
    {
        var id = IdCollision.NewId(Ours);
        Assert.Matches("^my-app-[0-9a-z]{8}$", id);
        Assert.Equal(id, IdCollision.NewId(Ours));
        var moved = IdCollision.Move(Ours, id);
        Assert.Equal((id, "ours", "my-app-a"), (moved.Id, moved.Title, moved.Parent));
        Assert.Equal((id, 1), (moved.Dependencies[0].IssueId, moved.Dependencies[0].Fields.Int("x")));
        Assert.Equal(id, moved.Comments[0].Fields.String("issue_id"));
        Assert.Equal("my-app-a.1", Assert.Single(moved.Fields.Objects("history")).String("value"));
    }

    [Fact]
    public void What_pointed_to_ours_follows_and_all_else_stays_byte_for_byte()
    {
        var item = JsonFields.Parse("""{"id":"x","beads":["my-app-a.1","b"],"dependencies":[{"depends_on_id":"my-app-a.1","type":"blocks"},{"depends_on_id":"my-app-a.10", "type":"blocks"}]}""");
        Assert.Equal("""{"id":"x","beads":["n","b"],"dependencies":[{"depends_on_id":"n","type":"blocks"},{"depends_on_id":"my-app-a.10", "type":"blocks"}]}""",
            IdCollision.Retarget(item, "my-app-a.1", "n").ToString());
        Assert.Same(Theirs, IdCollision.Retarget(Theirs, "z", "n"));
    }
}
