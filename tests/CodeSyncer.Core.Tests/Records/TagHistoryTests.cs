using CodeSyncer.Core.Records;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Tests.Records;

public class TagHistoryTests
{
    [Fact]
    public void A_tag_is_introduced_reworded_moved_superseded_and_dropped()
    {
        var first = Tag("a1", "Charges are kept in cents", "a.cs");
        var reworded = Tag("a2", "Charges are kept in cents of a euro", "a.cs");
        var moved = reworded with { Path = "b.cs" };
        var newer = Tag("D-9", "Charges are in micros", "b.cs") with { Supersedes = "a2", HasExplicitId = true };
        var lives = TagHistory.Build(
            [Commit("1", [], [first]), Commit("2", [first], [reworded]), Commit("3", [reworded], [moved]), Commit("4", [], [newer]), Commit("5", [moved], [])],
            [newer]);
        Assert.Equal([true, false], lives.Select(life => life.IsAlive));
        Assert.Equal(
            [(TagEventKind.Introduced, "1"), (TagEventKind.Reworded, "2"), (TagEventKind.Moved, "3"), (TagEventKind.Superseded, "4"), (TagEventKind.Dropped, "5")],
            lives[1].Events.Select(one => (one.Kind, one.Commit)));
        Assert.Equal("Charges are in micros", lives[1].Events[3].Before!.Text);
    }

    [Fact]
    public void What_was_introduced_where_the_history_is_cut_says_so() =>
        Assert.True(TagHistory.Build([Commit("1", [], [Tag("a", "x", "a.cs")]) with { IsCut = true }], [])[0].Events[0].IsCut);

    private static Tag Tag(string id, string text, string path) =>
        new() { Id = id, Kind = TagKind.Decision, Text = text, Path = path, Line = 1, EndLine = 1, Language = "C#", Prefix = "codesyncer" };

    private static CommitTags Commit(string id, IReadOnlyList<Tag> removed, IReadOnlyList<Tag> added) => new(id, "kim", DateTimeOffset.UnixEpoch, "s", false, removed, added);
}
