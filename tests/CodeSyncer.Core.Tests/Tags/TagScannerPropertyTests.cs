using System.Text;
using CodeSyncer.Core.Source;
using CodeSyncer.Core.Tags;
using CsCheck;

namespace CodeSyncer.Core.Tests.Tags;

public class TagScannerPropertyTests
{
    private static readonly string[] Files =
        ["a.ts", "a.tsx", "a.py", "a.cs", "a.rs", "a.go", "a.java", "a.rb", "a.php", "a.sh", "a.ps1", "a.sql", "a.lua", "a.html", "a.vue",
         "a.svelte", "a.razor", "a.md", "a.css", "a.yml", "a.hs", "a.ml", "a.pl", "a.kt", "a.swift", "a.ex", "a.toml", "Dockerfile", "Makefile"];

    /// <summary>What scanners trip over: every sign that opens, closes, quotes or escapes something, and tags in between.</summary>
    private static readonly string[] Fragments =
        ["@codesyncer-decision", "@codesyncer-", "@claude-rule", "@CodeSyncer-todo:", "@", "(", ")", "[2026-01-15]", "(2026-01-15, note)", "[", "]",
         "id=", "by=kim", ",", ":", "：", "（", "）", "\"", "'", "`", "```", "\"\"\"", "'''", "//", "/*", "*/", "///", "#", "--", "--[[", "]]", "<!--", "-->",
         "<#", "#>", "{-", "-}", "(*", "*)", "=begin", "=end", "<<EOF", "EOF", "@\"", "$\"", "${", "}", "{", "<remarks>", "</remarks>", "<code>", "</code>",
         "{@code ", "<script>", "</script>", "<style>", "</style>", "\\", "\n", "\r\n", "\r", "\n\n", "\t", " ", "  ", "- ", "* ", "1. ", "word", "결정", "を",
         "使用", "\0", "\u001b[31m", "\u2028", "\ud83d", "\ude00", "😀", "é", "\ufeff", "r#\"", "\"#", "%q(", "~~~", "<p>", "=", "|", "__END__", "\n=pod\n", "\n=cut\n"];

    private static readonly Gen<string> Hostile = Gen.OneOfConst(Fragments).Array[0, 60].Select(string.Concat);

    [Fact]
    public void No_text_crashes_the_scanner_and_every_tag_stands_where_it_says() =>
        Gen.Select(Gen.OneOfConst(Files), Hostile).Sample((file, text) =>
        {
            // A lone half of a surrogate pair cannot be stored: what is scanned is what a file can hold.
            byte[] content = Encoding.UTF8.GetBytes(text);
            string[] lines = SplitLines(Encoding.UTF8.GetString(content));
            int last = 1;
            foreach (Tag tag in TagScanner.Scan(file, content))
            {
                Assert.InRange(tag.Line, last, lines.Length);
                Assert.InRange(tag.EndLine, tag.Line, lines.Length);
                Assert.Contains($"@{tag.Prefix}-{tag.Kind}", lines[tag.Line - 1], StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain('\r', tag.Text);
                Assert.Equal(tag.Text.Trim(), tag.Text);
                Assert.NotEmpty(tag.Id);
                Assert.True(tag.Anchor is null or { Length: > 0 and <= 120 });
                last = tag.Line;
            }
        }, iter: 20_000);

    [Fact]
    public void Reading_no_further_than_wanted_finds_the_same_comments_up_to_there() =>
        Gen.Select(Gen.OneOfConst(Files), Hostile, Gen.Int[0, 200]).Sample((file, text, wanted) =>
        {
            var language = LanguageCatalog.ForPath(file)!;
            var all = CommentLexer.Lex(text, language);
            var some = CommentLexer.Lex(text, language, wanted);
            Assert.Equal(all.Take(some.Count), some);
            Assert.True(some.Count >= all.Count(comment => comment.Start <= wanted));
        }, iter: 20_000);

    [Fact]
    public void No_bytes_crash_the_scanner() =>
        Gen.Select(Gen.OneOfConst(Files), Gen.Byte.Array[0, 40], Hostile, Gen.Byte.Array[0, 40]).Sample((file, before, text, after) =>
            TagScanner.Scan(file, [.. before, .. Encoding.UTF8.GetBytes(text), .. after]).Count >= 0, iter: 5_000);

    [Fact]
    public void The_search_of_bytes_finds_a_tag_at_any_place_in_any_encoding() =>
        Gen.Select(Gen.Int[0, 200], Gen.OneOfConst("@codesyncer-x", "@CODESYNCER-todo", "@claude-alternative", "@Claude-Work"), Gen.Int[0, 80], Gen.Int[0, 3])
            .Sample((before, tag, after, encoding) =>
            {
                string text = new string('@', before / 3) + new string(' ', before) + tag + new string('c', after / 40) + new string('.', after);
                Encoding stored = encoding switch { 0 => Encoding.UTF8, 1 => Encoding.Unicode, 2 => Encoding.BigEndianUnicode, _ => Encoding.UTF32 };
                byte[] content = [.. encoding == 0 ? [] : stored.GetPreamble(), .. stored.GetBytes(text)];
                return TagScanner.MayHoldTags(content);
            });

    [Fact]
    public void Moving_code_keeps_ids_and_texts() =>
        Gen.Select(Gen.Int[0, 50], Gen.Int[0, 8], Gen.OneOfConst("\n", "\r\n", "\r")).Sample((down, indent, lineEnd) =>
        {
            string[] code =
                ["// @codesyncer-decision [2026-01-15]: keep it", "//   simple", "int a;", "/*", " * @codesyncer-why two", " * lines", " */", "int b; // @codesyncer-rule: c"];
            string pad = new(' ', indent);
            string moved = string.Concat(Enumerable.Repeat("int x;" + lineEnd, down)) + string.Concat(code.Select(line => pad + line + lineEnd));
            IReadOnlyList<Tag> before = TagScanner.Scan("a.c", Encoding.UTF8.GetBytes(string.Join('\n', code)));
            IReadOnlyList<Tag> after = TagScanner.Scan("a.c", Encoding.UTF8.GetBytes(moved));
            Assert.Equal(3, before.Count);
            Assert.Equal(before.Select(t => (t.Id, t.Text, t.Line + down, t.EndLine + down, t.Anchor)), after.Select(t => (t.Id, t.Text, t.Line, t.EndLine, t.Anchor)));
        });

    [Fact]
    public void Line_numbers_are_right_for_any_mixture_of_line_ends() =>
        Gen.Select(Gen.Bool, Gen.OneOfConst("\n", "\r\n", "\r"), Gen.OneOfConst("", " ", "x = 1", "y = '#'")).Array[1, 60].Sample(lines =>
        {
            var text = new StringBuilder();
            var expected = new List<int>();
            for (int i = 0; i < lines.Length; i++)
            {
                (bool tagged, string lineEnd, string code) = lines[i];
                if (tagged) expected.Add(i + 1);
                // A CR followed by a LF of an empty line would be one line end: the dot keeps the lines apart.
                text.Append(code).Append(tagged ? " # @codesyncer-rule: x" : " # .").Append(lineEnd);
            }

            Assert.Equal(expected, TagScanner.Scan("a.py", Encoding.UTF8.GetBytes(text.ToString())).Select(tag => tag.Line));
        });

    [Fact]
    public void Rewrapping_a_text_keeps_its_id()
    {
        Tag one = Assert.Single(TagScanner.Scan("a.py", "# @codesyncer-decision: one two three"u8));
        Tag two = Assert.Single(TagScanner.Scan("b.ts", "/*\n * @codesyncer-decision: one\n * two three */"u8));
        Assert.Equal(one.Id, two.Id);
        Assert.Matches("^[0-9a-z]{8}$", one.Id);
        Assert.False(one.HasExplicitId);
    }

    [Fact]
    public void Kind_date_and_text_make_the_id()
    {
        string[] ids = [.. TagScanner.Scan("a.py", "# @codesyncer-decision: x\n# @codesyncer-rule: x\n# @codesyncer-rule [2026-01-01] x\n# @codesyncer-rule: y"u8).Select(t => t.Id)];
        Assert.Equal(4, ids.Distinct().Count());
    }

    private static string[] SplitLines(string text) => text.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
}
