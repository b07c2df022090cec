using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CodeSyncer.Core.Records;

/// <summary>The headings of a Markdown document, each with the first words below it.</summary>
public static class MarkdownHeadings
{
    private const int MostWords = 400;

    /// <summary>1-based line, heading, and the paragraph behind it (empty: there is none).</summary>
    public static IReadOnlyList<(int Line, string Heading, string Text)> In(string text)
    {
        var headings = new List<(int, string, string)>();
        var blocks = Markdown.Parse(text).ToList();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not HeadingBlock heading)
                continue;
            var below = i + 1 < blocks.Count && blocks[i + 1] is ParagraphBlock paragraph ? TextOf(paragraph) : "";
            headings.Add((heading.Line + 1, TextOf(heading), below.Length > MostWords ? below[..MostWords] : below));
        }

        return headings;
    }

    private static string TextOf(LeafBlock block) => block.Inline is null ? ""
        : string.Concat(block.Inline.Descendants().Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            LineBreakInline => " ",
            _ => "",
        })).Trim();
}
