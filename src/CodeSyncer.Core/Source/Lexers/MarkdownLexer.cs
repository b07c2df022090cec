using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// HTML comments of Markdown, where Markdig sees HTML: not in prose, not in code. Only the inline parsers that tell code
/// from HTML take part; emphasis and links change nothing about that.
/// </summary>
internal sealed class MarkdownLexer(in Piece piece) : Cursor(piece)
{
    private readonly Piece _piece = piece;

    private static readonly MarkdownPipeline Pipeline = CreatePipeline();

    public override void Lex()
    {
        if (Find(Start, "<!--") == End)
            return;

        foreach (var html in Markdown.Parse(Text[Start..End], Pipeline).Descendants())
        {
            if (html is HtmlBlock or HtmlInline)
                new RowLexer(_piece with { Start = Start + html.Span.Start, End = Start + html.Span.End + 1 }).Lex();
        }
    }

    private static MarkdownPipeline CreatePipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseYamlFrontMatter();
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new EscapeInlineParser());
        builder.InlineParsers.Add(new CodeInlineParser());
        builder.InlineParsers.Add(new AutolinkInlineParser());
        builder.InlineParsers.Add(new LineBreakInlineParser());
        return builder.Build();
    }
}
