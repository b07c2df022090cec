using CodeSyncer.Core.Records;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Tests.Records;

public class ReplacementsTests
{
    [Fact]
    public void What_no_file_holds_any_more_completes_the_chain()
    {
        var (newest, middle, oldest) = (Tag("D-3", "D-2"), Tag("D-2", "D-1"), Tag("D-1", null));
        var near = NearTags.Of([newest, middle], "a.cs", null, "x\n");

        Assert.True(Replacements.AreUnknown(Assert.Single(near)));
        var complete = Assert.Single(Replacements.Complete(near, [newest, middle], [oldest]));
        Assert.Equal(["D-2", "D-1"], complete.Replaced.Select(tag => tag.Id));
        Assert.False(Replacements.AreUnknown(complete));
    }

    private static Tag Tag(string id, string? supersedes) =>
        new() { Id = id, HasExplicitId = true, Supersedes = supersedes, Kind = TagKind.Decision, Text = id, Path = "a.cs", Line = 1, EndLine = 1, Language = "C#", Prefix = "codesyncer" };
}
