using CodeSyncer.Core.Context;
using CodeSyncer.Core.Tags;
using CsCheck;

namespace CodeSyncer.Core.Tests.Context;

/// <summary>What <c>prime</c> says of the tags, within a budget.</summary>
public class CurrentDocumentTests
{
    private static readonly CurrentWork OnTopic = new("topic", "main", [new PathChange("src/a.cs", PathChangeKind.Modified)]);

    [Fact]
    public void The_budget_is_never_exceeded() =>
        Gen.Select(Gen.Int[0, 6_000], Gen.Select(Gen.OneOfConst("src/a.cs", "src/b.cs", "lib/c.cs"), Gen.OneOfConst(TagKind.Rule, TagKind.Decision, TagKind.Todo), Gen.Int[0, 5000]).Array[0, 30], Gen.Int[0, 8_000])
            .Sample((budget, tags, brief) =>
            {
                var text = CurrentDocument.Render(OnTopic, [.. tags.Select((tag, line) => TagSamples.Of(tag.Item2, tag.Item1, new string('x', tag.Item3), line: line + 1))], "", budget, new string('b', brief));
                Assert.InRange(text.Length, 0, budget);
            }, iter: 2_000);

    [Fact]
    public void Changed_paths_come_first_then_the_beads_then_the_repository()
    {
        var text = CurrentDocument.Render(OnTopic,
            [TagSamples.Of(TagKind.Rule, "a.cs", "of the repository"), TagSamples.Of(TagKind.Rule, "lib/c.cs", "of the bead"), TagSamples.Of(TagKind.Rule, "src/a.cs", "of the branch"), TagSamples.Of(TagKind.Rule, "src/b.cs", "beside it")],
            "", 8_000, "", ["lib"]);
        int[] places = [.. new[] { "of the branch", "beside it", "of the bead", "of the repository" }.Select(words => text.IndexOf(words, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void One_long_tag_hides_no_other()
    {
        var text = CurrentDocument.Render(OnTopic, [TagSamples.Of(TagKind.Decision, "src/a.cs", new string('x', 3_900), "2026-02-02"), TagSamples.Of(TagKind.Decision, "src/a.cs", "short", "2026-01-01", 9)], "", 2_000);
        Assert.Contains("xxx …", text, StringComparison.Ordinal);
        Assert.Contains("short", text, StringComparison.Ordinal);
        Assert.Contains(new string('x', 3_900), CurrentDocument.Render(OnTopic, [TagSamples.Of(TagKind.Decision, "src/a.cs", new string('x', 3_900))], ""), StringComparison.Ordinal);
    }
}
