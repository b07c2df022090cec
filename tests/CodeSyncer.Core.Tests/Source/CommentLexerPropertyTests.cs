using System.Text;
using CodeSyncer.Core.Source;
using CsCheck;

namespace CodeSyncer.Core.Tests.Source;

public class CommentLexerPropertyTests
{
    private const int Megabyte = 1_000_000;

    private static readonly Gen<Language> Languages = Gen.OneOfConst([.. LanguageCatalog.All]);

    [Fact]
    public void Comments_of_any_tokens_are_in_order_in_bounds_and_apart() =>
        Gen.Select(Languages, Gen.OneOfConst(HostileText.Tokens).Array[0, 40])
            .Sample((language, tokens) => CheckPlaces(string.Concat(tokens), language), iter: 60_000);

    [Fact]
    public void Comments_of_any_characters_are_in_order_in_bounds_and_apart() =>
        Gen.Select(Languages, Gen.String).Sample((language, text) => CheckPlaces(text, language), iter: 10_000);

    [Fact]
    public void What_is_read_of_a_text_depends_on_nothing_but_the_text() =>
        Gen.Select(Languages, Gen.OneOfConst(HostileText.Tokens).Array[0, 40]).Sample((language, tokens) =>
            Assert.Equal(CommentLexer.Lex(string.Concat(tokens), language), CommentLexer.Lex(string.Concat(tokens), language)), iter: 2_000);

    /// <summary>Quadratic time at this length would be minutes a language, and deep recursion the end of the process.</summary>
    [Fact]
    public void A_megabyte_of_repetitions_is_read_in_every_language()
    {
        var forwards = Repetitions(HostileText.Tokens);
        var backwards = Repetitions([.. HostileText.Tokens.Reverse()]);
        foreach (var language in LanguageCatalog.All)
        {
            CheckPlaces(forwards, language);
            CheckPlaces(backwards, language);
        }
    }

    [Theory]
    [InlineData("a.cs", "$\"{")]
    [InlineData("a.cs", "$$\"\"\"{{")]
    [InlineData("a.js", "`${")]
    [InlineData("a.jsx", "=<a>{")]
    [InlineData("a.jsx", "=<a b={")]
    [InlineData("a.rs", "/*")]
    [InlineData("a.sh", "\"$(")]
    [InlineData("a.sh", "${")]
    [InlineData("a.py", "f\"{")]
    [InlineData("a.cshtml", "@{<p>")]
    [InlineData("a.svelte", "{`${")]
    [InlineData("a.vue", "<style lang=html>")]
    [InlineData("a.html", "<script type=html><style lang=vue>")]
    [InlineData("a.php", "<?php \"{$")]
    [InlineData("a.yml", "[")]
    [InlineData("a.md", "> ")]
    [InlineData("a.md", "<!-- [")]
    public void A_megabyte_of_nesting_is_read(string file, string opening) =>
        CheckPlaces(Repeat(opening, Megabyte), LanguageCatalog.ForPath(file)!);

    private static void CheckPlaces(string text, Language language)
    {
        var behind = 0;
        foreach (var comment in CommentLexer.Lex(text, language))
        {
            Assert.InRange(comment.Start, behind, text.Length);
            Assert.InRange(comment.ContentStart, comment.Start, text.Length);
            Assert.InRange(comment.ContentEnd, comment.ContentStart, text.Length);
            Assert.InRange(comment.End, comment.ContentEnd, text.Length);
            Assert.True(comment.End > comment.Start);
            behind = comment.End;
        }
    }

    private static string Repetitions(string[] tokens) => string.Concat(tokens.Select(token => Repeat(token, Megabyte / tokens.Length)));

    private static string Repeat(string token, int length) =>
        new StringBuilder(length + token.Length).Insert(0, token, length / token.Length).ToString();
}
