using CodeSyncer.Core.Context;
using CodeSyncer.Core.Tags;
using CsCheck;

namespace CodeSyncer.Core.Tests.Context;

public class PathAdviceTests
{
    private static readonly string[] Paths = ["src/a.cs", "src/b.cs", "lib/c.cs", "d.cs"];

    private static readonly string[] Kinds = [TagKind.Rule, TagKind.Decision, TagKind.Inference, TagKind.Todo, TagKind.Work, TagKind.Why];

    private static readonly Gen<Tag> Tags = Gen.Select(Gen.OneOfConst(Kinds), Gen.OneOfConst(Paths), Gen.Int[1, 4000], Gen.Int[1, 1000], (kind, path, length, line) =>
        TagSamples.Of(kind, path, new string('x', length), line: line));

    [Fact]
    public void It_is_never_longer_than_it_may_be_and_never_empty_where_there_is_something() =>
        Gen.Select(Tags.Array[0, 40], Gen.OneOfConst(Paths).Array[1, 8], Gen.OneOfConst(1, 300, 4000)).Sample((tags, wanted, deep) =>
        {
            string[] paths = [.. wanted, new string('p', deep) + ".cs"];
            var advice = PathAdvice.Render(tags, paths);
            Assert.InRange(advice.Length, 0, PathAdvice.MostCharacters);
            var here = tags.Count(tag => paths.Contains(tag.Path) && tag.Kind != TagKind.Work);
            if (here > 0)
                Assert.Contains('x', advice.Split('\n')[1]);
            if (advice.Length > 0)
                Assert.EndsWith("\n", advice, StringComparison.Ordinal);
        }, iter: 2_000);

    [Fact]
    public void Rules_come_before_decisions_the_newest_decision_first_and_the_rules_beside_last()
    {
        Tag[] tags =
        [
            TagSamples.Of(TagKind.Decision, "src/a.cs", "older", "2026-01-01"), TagSamples.Of(TagKind.Todo, "src/a.cs", "later"), TagSamples.Of(TagKind.Decision, "src/a.cs", "newer", "2026-02-02"),
            TagSamples.Of(TagKind.Rule, "src/b.cs", "beside"), TagSamples.Of(TagKind.Rule, "src/a.cs", "here"), TagSamples.Of(TagKind.Why, "src/a.cs", "because"),
            TagSamples.Of(TagKind.Rule, "lib/c.cs", "elsewhere"), TagSamples.Of(TagKind.Decision, "src/b.cs", "not of this file"), TagSamples.Of(TagKind.Work, "src/a.cs", "work"),
        ];
        var lines = PathAdvice.Render(tags, ["src/a.cs"]).Split('\n').Skip(1).Where(line => line.Length > 0).ToList();
        Assert.Equal(["here", "newer", "older", "because", "later", "beside"], lines.Select(line => line[(line.IndexOf("_: ", StringComparison.Ordinal) + 3)..line.IndexOf(" —", StringComparison.Ordinal)]));
    }

    [Fact]
    public void A_decision_that_was_replaced_is_not_advised()
    {
        var old = TagSamples.Of(TagKind.Decision, "src/a.cs", "old") with { Id = "one", HasExplicitId = true };
        var advice = PathAdvice.Render([old, TagSamples.Of(TagKind.Decision, "lib/c.cs", "new") with { Supersedes = "one" }], ["src/a.cs"]);
        Assert.Equal("", advice);
    }

    [Fact]
    public void A_text_without_an_end_is_cut_and_not_left_out()
    {
        var advice = PathAdvice.Render([TagSamples.Of(TagKind.Rule, "src/a.cs", new string('y', 3900)), TagSamples.Of(TagKind.Rule, "src/a.cs", "short", line: 2)], ["src/a.cs"]);
        Assert.Contains("yyyy …", advice, StringComparison.Ordinal);
        Assert.Contains("short", advice, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_counted()
    {
        var advice = PathAdvice.Render([.. Enumerable.Range(1, 100).Select(line => TagSamples.Of(TagKind.Rule, "src/a.cs", $"rule {line} {new string('z', 100)}", line: line))], ["src/a.cs"]);
        var shown = advice.Split('\n').Count(line => line.Contains("rule ", StringComparison.Ordinal));
        Assert.Contains($"- and {100 - shown} more: `codesyncer tags src/a.cs`\n", advice, StringComparison.Ordinal);
        Assert.Equal("", PathAdvice.Render([], ["src/a.cs"]));
    }
}
