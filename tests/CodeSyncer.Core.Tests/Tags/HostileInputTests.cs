using System.Text;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Tests.Tags;

/// <summary>
/// Inputs of 1 to 10 MB that punish anything that looks back or ahead once a tag. A quadratic step would take hours here; that memory grows
/// with the input and not faster is asserted.
/// </summary>
public class HostileInputTests
{
    public static TheoryData<string, string, string, string> Inputs() => new()
    {
        { "a million prefixes in one line comment", "a.ts", "// ", "@codesyncer-" },
        { "tags on one line", "a.ts", "// ", "@codesyncer-rule x " },
        { "tags on one line of a block", "a.ts", "/* ", "@codesyncer-rule (" },
        { "block comments on one line", "a.ts", "", "/*@codesyncer-rule x*/" },
        { "line comments", "a.ts", "", "// @codesyncer-rule x\n" },
        { "continuation lines", "a.py", "# @codesyncer-rule x\n", "#   and on\n" },
        { "open parentheses", "a.py", "# @codesyncer-rule", "(" },
        { "keys", "a.py", "# @codesyncer-rule(", "id=" },
        { "blanks between keys", "a.py", "# @codesyncer-rule(", "id id id " },
        { "backticks", "a.py", "# ", "`@codesyncer-rule " },
        { "quotes", "a.py", "# ", "“@codesyncer-rule " },
        { "quotes of the other kind behind", "a.py", "# ", "'@codesyncer-rule \"" },
        { "closing elements", "a.cs", "/// <b> @codesyncer-rule ", "</a>" },
        { "elements and tags", "a.cs", "/// ", "<a> @codesyncer-rule </b> " },
        { "code elements", "a.cs", "/// ", "<code> @codesyncer-rule " },
        { "inline code that never closes", "a.java", "/** ", "{@code @codesyncer-rule " },
        { "fences", "a.rs", "", "/// ```\n/// @codesyncer-rule x\n" },
        { "a long word", "a.ts", "// @codesyncer-", "x" },
        { "blanks", "a.ts", "// @codesyncer-rule", " " },
        { "stars", "a.c", "/* @codesyncer-rule ", "*" },
        { "tabs before comments", "a.c", "// @codesyncer-rule x\n", "\t\t\t\t\t\t\t\t" },
        { "dashes", "a.sql", "-- @codesyncer-rule ", "-" },
        { "docstrings", "a.py", "", "\"\"\"@codesyncer-rule\"\"\"\n" },
        { "HTML comments", "a.html", "", "<!--@codesyncer-rule-->" },
        { "Markdown", "a.md", "", "<!-- @codesyncer-rule x -->\n" },
        { "a long line of code before", "a.ts", "x = 1; // @codesyncer-rule\n", "abcdefgh " },
        { "bullets", "a.py", "# @codesyncer-rule\n", "# - x\n" },
        { "carriage returns", "a.ts", "// @codesyncer-rule\r", "//\r" },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Time_and_memory_grow_with_the_input_only(string what, string file, string before, string repeated)
    {
        long small = Allocated(file, Repeat(before, repeated, 1 << 20));
        long large = Allocated(file, Repeat(before, repeated, 4 << 20));
        Assert.True(large < 6 * small + (1 << 20), $"{what}: {small:N0} bytes for 1 MB, {large:N0} for 4 MB");
    }

    [Fact]
    public void A_single_line_of_10_MB_is_read()
    {
        byte[] content = Repeat("x = \"", "abcdefghi ", 10 << 20);
        "\" # @codesyncer-rule: at its end"u8.CopyTo(content.AsSpan(content.Length - 40));
        Tag tag = Assert.Single(TagScanner.Scan("a.py", content));
        Assert.Equal("at its end", tag.Text[..10]);
        Assert.Equal(1, tag.Line);
    }

    [Fact]
    public void Binary_content_yields_nothing() =>
        Assert.Empty(TagScanner.Scan("a.ts", Encoding.UTF8.GetBytes("\0\u0001\0\0// @codesyncer-rule x\n\0\0")));

    private static long Allocated(string file, byte[] content)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(TagScanner.Scan(file, content));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Repeat(string before, string repeated, int length)
    {
        var content = new byte[length];
        byte[] unit = Encoding.UTF8.GetBytes(repeated);
        int at = Encoding.UTF8.GetBytes(before, content);
        for (; at + unit.Length <= length; at += unit.Length) unit.CopyTo(content, at);
        content.AsSpan(at).Fill((byte)' ');
        return content;
    }
}
