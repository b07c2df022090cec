using CodeSyncer.Core.Records;

namespace CodeSyncer.Core.Tests.Records;

public class FoundLineTests
{
    [Theory]
    [InlineData("Please login", "login", true)]
    [InlineData("OAuthService", "service", true)]
    [InlineData("because", "use", false)]
    [InlineData("支払いAPI", "払い", true)]
    [InlineData("v2beta", "beta", true)]
    public void A_word_is_held_by_its_beginning(string text, string word, bool isHeld) => Assert.Equal(isHeld, FoundLine.HoldsAll(text, [word]));

    [Fact]
    public void The_line_of_a_word_that_the_title_lacks_is_shown()
    {
        Assert.Equal("AUTH-001", FoundLine.Around("Login form", "AUTH-001\nimport axios", ["login", "auth"], 40));
        Assert.Null(FoundLine.Around("Login form", "AUTH-001\nimport axios", ["login"], 40));
        var cut = FoundLine.Around("", new string('a', 80) + " word " + new string('b', 80), ["word"], 40)!;
        Assert.Matches("^…a+ word b+…$", cut);
        Assert.InRange(cut.Length, 40, 42);
    }
}
