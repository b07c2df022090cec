using System.Text.Json;
using CodeSyncer.Core.Text;
using CsCheck;

namespace CodeSyncer.Core.Tests.Text;

public class SafeTextTests
{
    [Theory]
    [InlineData("plain text, 한국어, ümlaut, 😀", "plain text, 한국어, ümlaut, 😀")]
    [InlineData("\u001b[31mred\u001b[0m", @"\x1b[31mred\x1b[0m")]
    [InlineData("a\u0007\u0008\u007f\u009b", @"a\x07\x08\x7f\x9b")]
    [InlineData("a\u202eb\u2066c\u2028d", @"a\u202eb\u2066c\u2028d")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\r\nb\nc", "a b c")]
    [InlineData("over\rwritten", @"over\x0dwritten")]
    [InlineData("hidden\U000e0041", @"hidden\u{e0041}")]
    [InlineData("::error file=a::b", ": :error file=a::b")]
    [InlineData("  ::set-output name=a::b", "  : :set-output name=a::b")]
    [InlineData("a ::b:: c", "a ::b:: c")]
    [InlineData("::1 is loopback", "::1 is loopback")]
    [InlineData("a ##vso[task.setvariable variable=PATH]x", "a ##vso [task.setvariable variable=PATH]x")]
    [InlineData("a ##[error]x", "a ## [error]x")]
    [InlineData("a # [b] list[0]", "a # [b] list[0]")]
    public void What_a_terminal_or_a_log_would_act_on_is_shown(string text, string shown) => Assert.Equal(shown, SafeText.ForTerminal(text));

    [Fact]
    public void Half_a_character_is_shown() => Assert.Equal(@"x\ud800y", SafeText.ForTerminal("x\ud800y"));

    [Fact]
    public void Lines_are_kept_only_where_asked_for() =>
        Assert.Equal("a\nb\n: :error::c", SafeText.ForTerminal("a\r\nb\n::error::c", keepLines: true));

    [Fact]
    public void Nothing_unsafe_is_left_of_any_text_and_safe_text_stays_as_it_is() =>
        Gen.Char.Array[0, 30].Select(text => new string(text)).Sample(text =>
        {
            var safe = SafeText.ForTerminal(text);
            Assert.DoesNotContain(safe, letter => char.IsControl(letter) || letter is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069');
            Assert.Equal(safe, SafeText.ForTerminal(safe));
        });

    [Fact]
    public void Json_keeps_its_value_and_holds_nothing_that_a_terminal_acts_on() =>
        Gen.Char.Array[0, 30].Select(letters => new string(letters.Where(letter => !char.IsSurrogate(letter)).ToArray())).Sample(text =>
        {
            var json = SafeText.InJson(Quote(text + "😀\U000e0041"));
            Assert.DoesNotContain(json, letter => char.IsControl(letter) || letter is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069');
            using var read = JsonDocument.Parse(json);
            Assert.Equal(text + "😀\U000e0041", read.RootElement.GetString());
        });

    private static string Quote(string text) =>
        $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
