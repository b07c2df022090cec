using CodeSyncer.Core.Records;

namespace CodeSyncer.Core.Tests.Records;

public class SearchWordsTests
{
    [Theory]
    [InlineData("AuthService", "AuthService Auth Service ")]
    [InlineData("결제는", "결 결제 제 제는 는 ")]
    [InlineData("支払いAPI", "支 支払 払 払い い API ")]
    [InlineData("-- ;", "")]
    public void Text_is_cut_into_words(string text, string words) => Assert.Equal(words, SearchWords.ForIndex(text));

    [Theory]
    [InlineData("refund pol", "\"refund\"* AND \"pol\"*")]
    [InlineData("결제", "\"결제\"")]
    [InlineData("제", "\"제\"")]
    [InlineData("\"; DROP", "\"DROP\"*")]
    [InlineData("''", null)]
    public void A_question_is_safe_whatever_it_holds(string text, string? query) => Assert.Equal(query, SearchWords.ForQuery(text));

    [Theory]
    [InlineData("feature/AUTH-001-login", "auth-001", true)]
    [InlineData("AUTH-0011", "AUTH-001", false)]
    [InlineData("bd-a1b2.3 done", "bd-a1b2", false)]
    [InlineData("Fixes bd-a1b2.", "bd-a1b2", true)]
    public void A_bead_is_named_by_a_word_of_its_own(string text, string id, bool isNamed) => Assert.Equal(isNamed, BeadMentions.Names(text, id));
}
