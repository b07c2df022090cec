using CodeSyncer.Core.Source;

namespace CodeSyncer.Core.Tests.Source;

public class LanguageCatalogTests
{
    [Theory]
    [InlineData("src/Program.cs", "C#")]
    [InlineData("Dockerfile.release", "Dockerfile")]
    [InlineData("a.b/MAIN.GO", "Go")]
    [InlineData("data.json", null)]
    [InlineData("LICENSE", null)]
    public void A_path_tells_its_language(string path, string? language) =>
        Assert.Equal(language, LanguageCatalog.ForPath(path)?.Name);

    [Theory]
    [InlineData("#!/usr/bin/env -S python3.12 -u", "Python")]
    [InlineData("#!/bin/sh\nset -e", "Shell")]
    [InlineData("no script", null)]
    public void A_file_without_extension_is_known_by_its_first_line(string firstLine, string? language) =>
        Assert.Equal(language, LanguageCatalog.ForFile("bin/tool", firstLine)?.Name);

    [Fact]
    public void Comments_of_every_row_can_be_read() =>
        Assert.All(LanguageCatalog.All, language => CommentLexer.Lex("\"text\" 'c' # // /* */", language));

    [Theory]
    [InlineData("a.cs", "var s = \"// no\"; // yes\n/* a\n b */ int c;", "yes|a\n b")]
    [InlineData("a.rs", "fn f<'a>(x: &'a str) { r#\"// \" no\"#; '\"' /* a /* b */ c */ } /// d", "a /* b */ c|d")]
    [InlineData("a.py", "x = '# no' # yes\ndef f():\n    \"\"\"Doc # all\"\"\"\n", "yes|Doc # all")]
    [InlineData("a.ts", "`${ f(`}`) /* in a hole */ } // no`; // yes", "in a hole|yes")]
    [InlineData("a.sh", "echo $# ${#x} a#b 'x # no' # yes", "yes")]
    public void Comments_are_found_and_strings_are_not(string path, string text, string comments) =>
        Assert.Equal(comments, string.Join('|', CommentLexer.Lex(text, LanguageCatalog.ForPath(path)!)
            .Select(comment => text[comment.ContentStart..comment.ContentEnd].Trim())));
}
