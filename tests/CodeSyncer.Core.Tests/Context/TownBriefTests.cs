using CodeSyncer.Core.Context;
using CodeSyncer.Core.Context.Town;
using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Tests.Context;

/// <summary>What is told at the root of a town.</summary>
public class TownBriefTests
{
    [Fact]
    public void Rigs_are_one_context_in_which_each_ones_ids_are_its_own()
    {
        // Both use D-1, and only one has replaced it.
        var api = Rig("api", "api", [Tag("Old", "D-1", null), Tag("New", "D-2", "D-1")], "a.cs");
        var web = Rig("web", "clients/web", [Tag("Cents", "D-1", null)], "b.cs");

        var (work, tags) = TownBrief.United("shop", [api, web]);

        Assert.Equal(["New", "Cents"], tags.Select(tag => tag.Text));
        Assert.Equal("clients/web/src/a.cs", tags[1].Path);
        Assert.Equal(["api/a.cs", "clients/web/b.cs"], work.Changes.Select(change => change.Path));
        var text = CurrentDocument.Render(work, tags, "", budget: 4000);
        Assert.StartsWith("# Town shop\n", text, StringComparison.Ordinal);
        Assert.Contains("Cents (`D-1`) — [clients/web/src/a.cs]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rig_is_told_with_its_branch_and_what_is_not_committed()
    {
        var rigs = TownBrief.Parts([Rig("api", "api", [], "a.cs") with { Uncommitted = ["b.cs", "c.cs"] }], new EndpointMap([], [])).ToDictionary(part => part.Name, part => part.Text);
        Assert.Contains("- api in `api/`, on `feature`, 1 file changed since main, 2 files not committed\n", rigs["town"], StringComparison.Ordinal);
        Assert.Equal("", rigs["calls"]);
    }

    [Fact]
    public void Of_what_is_called_in_vain_a_few_are_told_and_those_that_are_being_changed_first()
    {
        var offer = new Endpoint { Method = "GET", Template = "/users", Framework = "FastAPI", Path = "app.py", Line = 1, Rig = "api" };
        var calls = Enumerable.Range(0, 200).Select(i => new EndpointCall { Method = "GET", Template = $"/nothing/{i}", Framework = "fetch", Path = i == 150 ? "z.ts" : "a.ts", Line = i + 1, Rig = "web" });
        var told = TownBrief.Parts([Rig("web", "web", [], "z.ts")], new EndpointMap([offer], calls)).Single(part => part.Name == "calls").Text;
        Assert.Contains("## Who calls whom\n\n- `web/z.ts:151` calls `GET /nothing/150`, **which nobody offers**", told, StringComparison.Ordinal);
        Assert.Equal(5, told.Split("nobody offers").Length - 1);
        Assert.EndsWith("- and more: `codesyncer endpoints --unmatched`\n", told, StringComparison.Ordinal);
    }

    private static RigContext Rig(string name, string folder, IReadOnlyList<Tag> tags, string changed) =>
        new(name, folder, new CurrentWork("feature", "main", [new PathChange(changed, PathChangeKind.Modified)]), [], tags);

    private static Tag Tag(string text, string id, string? supersedes) =>
        TagSamples.Of(TagKind.Decision, "src/a.cs", text) with { Id = id, HasExplicitId = true, Supersedes = supersedes };
}
