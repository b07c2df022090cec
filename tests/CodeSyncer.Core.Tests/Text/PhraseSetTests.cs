using CodeSyncer.Core.Text;
using CsCheck;

namespace CodeSyncer.Core.Tests.Text;

public class PhraseSetTests
{
    [Theory]
    [InlineData("credit card", "A Credit Card, please")]
    [InlineData("credit card", "the credit cards")]
    [InlineData("credit card", "src/CreditCardForm.cs")]
    [InlineData("credit card", "credit_card")]
    [InlineData("credit card", "credit-\ncard")]
    [InlineData("CreditCard", "credit card")]
    [InlineData("PayPal", "paypal")]
    [InlineData("PayPal", "PayPalClient")]
    [InlineData("payments", "a payment")]
    [InlineData("policy", "policies")]
    [InlineData("policies", "Policy")]
    [InlineData("box", "BOXES")]
    [InlineData("purchase", "purchases")]
    [InlineData("pass", "passes")]
    [InlineData("oauth", "src/OAuthClient.cs")]
    [InlineData("auth", "src/OAuthClient.cs")]
    [InlineData("backup", "ops/S3Backup.sh")]
    [InlineData("2fa", "turn 2FA on")]
    [InlineData("rm rf", "sudo rm -rf /")]
    [InlineData("zahlung*", "der Zahlungsanbieter")]
    [InlineData("zahlung*", "ZAHLUNG")]
    [InlineData("lösch* alle*", "Lösche alles!")]
    [InlineData("оплат*", "Кнопка ОПЛАТЫ")]
    [InlineData("결제", "app/결제모듈.kt")]
    [InlineData("개인 정보", "개인정보를")]
    [InlineData("개인 정보", "개인 정보를")]
    [InlineData("決済", "新しい決済画面")]
    [InlineData("API キー", "api キーを")]
    public void A_phrase_is_found(string phrase, string text) => Assert.True(new PhraseSet([phrase]).IsIn(text));

    [Theory]
    [InlineData("pay", "payload")]
    [InlineData("pay", "repay")]
    [InlineData("credit card", "card credit")]
    [InlineData("credit card", "credit the card")]
    [InlineData("auth", "authors")]
    [InlineData("ss", "sss")]
    [InlineData("new", "newest")]
    [InlineData("pa*", "payment")]
    [InlineData("API キー", "rapi キー")]
    [InlineData("개인 정보", "개인의 정보")]
    [InlineData("pay", "")]
    [InlineData("...", "...")]
    public void Another_word_is_not_taken_for_it(string phrase, string text) => Assert.False(new PhraseSet([phrase]).IsIn(text));

    [Theory]
    [InlineData("please pay attention", false)]
    [InlineData("Pay close\nattention; it pays off", false)]
    [InlineData("pay attention to those who pay", true)]
    [InlineData("pay the attention", true)]
    [InlineData("payAttention()", false)]
    [InlineData("you pay", true)]
    public void A_word_within_an_exception_does_not_count(string text, bool expected) =>
        Assert.Equal(expected, new PhraseSet(["pay"], ["pay attention", "pay close attention", "pay off"]).IsIn(text));

    [Fact]
    public void Ten_megabytes_are_read_in_one_go()
    {
        var set = new PhraseSet(["needle", "x y", "start*", "針"], ["a needle in the hay"]);
        foreach (var piece in new[] { "a ", "aB1", "x ", "starsta ", "針なし"[1..], "a needle in the hay ", "     ", "needl" })
            Assert.False(set.IsIn(string.Concat(Enumerable.Repeat(piece, (10 << 20) / piece.Length)) + " end"), piece);
        Assert.True(set.IsIn(new string(' ', 10 << 20) + "Needles"));
    }

    [Fact]
    public void It_finds_what_splitting_at_spaces_finds()
    {
        var word = Gen.OneOfConst("pay", "credit", "card", "rm", "rf", "x", "attention");
        Gen.Select(word.Array[1, 3], word.Array[1, 3], word.Array[0, 12]).Sample((phrase, other, text) =>
        {
            var joined = $" {string.Join(' ', text)} ";
            var expected = joined.Contains($" {string.Join(' ', phrase)} ", StringComparison.Ordinal) || joined.Contains($" {string.Join(' ', other)} ", StringComparison.Ordinal);
            Assert.Equal(expected, new PhraseSet([string.Join(' ', phrase), string.Join('_', other)]).IsIn(joined));
        }, iter: 5000);
    }

    [Fact]
    public void No_text_crashes_it() => Gen.Select(Gen.String, Gen.String, Gen.String).Sample((phrase, exception, text) =>
    {
        new PhraseSet([phrase, text], [exception]).IsIn(text + phrase);
    }, iter: 5000);
}
