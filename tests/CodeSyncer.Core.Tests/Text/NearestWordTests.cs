using CodeSyncer.Core.Tags;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Tests.Text;

public class NearestWordTests
{
    [Theory]
    [InlineData("decison", "decision")]
    [InlineData("DECISIONS", "decision")]
    [InlineData("inferrence", "inference")]
    [InlineData("tood", "todo")]
    [InlineData("rul", "rule")]
    public void A_slip_leads_to_the_word(string word, string meant) => Assert.Equal(meant, NearestWord.Of(word, TagKind.All));

    [Theory]
    [InlineData("banana")]
    [InlineData("")]
    [InlineData("x")]
    public void Another_word_leads_nowhere(string word) => Assert.Null(NearestWord.Of(word, TagKind.All));

    [Fact]
    public void A_word_of_any_length_costs_little() => Assert.Null(NearestWord.Of(new string('a', 1_000_000), TagKind.All));
}
