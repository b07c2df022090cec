using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Tests;

public class TagKindTests
{
    [Fact]
    public void A_word_of_the_list_is_known() => Assert.True(TagKind.IsKnown("decision"));
}
