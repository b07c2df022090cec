using System.Text;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Context;

/// <summary>
/// A document that lists tags of some kinds by area: DECISIONS.md, OPEN.md and RULES.md are its rows. One tag a line,
/// stably sorted, no line numbers: moving code up or down changes nothing.
/// </summary>
public sealed class TagDocument
{
    private readonly Func<string, bool> _holds;
    private readonly string _title;
    private readonly string _about;
    private readonly string _empty;
    private readonly string _plainKind;

    private TagDocument(string name, string title, string about, string empty, string plainKind, Func<string, bool> holds)
    {
        Name = name;
        _title = title;
        _about = about;
        _empty = empty;
        _plainKind = plainKind;
        _holds = holds;
    }

    public string Name { get; }

    public static TagDocument Decisions { get; } = new("DECISIONS.md", "Decisions",
        "What is decided here, and what was weighed against it.",
        "No decision is on record yet. Write one as a comment: `@codesyncer-decision [2026-01-15] Chose A over B because ...`",
        TagKind.Decision, kind => kind is TagKind.Decision or TagKind.Alternative or TagKind.Tradeoff);

    public static TagDocument Rules { get; } = new("RULES.md", "Rules and context",
        "What must hold when you change something here, and what one must know.",
        "No rule is on record yet. Write one as a comment: `@codesyncer-rule Amounts are in cents`",
        TagKind.Rule, kind => kind is TagKind.Rule or TagKind.Context or TagKind.Why or TagKind.Pattern or TagKind.Reference);

    public static TagDocument Open { get; } = new("OPEN.md", "Open points",
        "What was inferred or left to do, and waits for a person to confirm or to do it.",
        "Nothing is open.",
        TagKind.Todo, kind => !Decisions._holds(kind) && !Rules._holds(kind));

    /// <summary>The document with this file name.</summary>
    public static TagDocument Of(string name) =>
        new[] { Decisions, Open, Rules }.First(document => document.Name == name);

    /// <summary>The body of the document.</summary>
    public string Render(IReadOnlyList<Tag> tags, string linkPrefix)
    {
        var supersession = new Supersession(tags);
        var mine = tags.Where(tag => _holds(tag.Kind) && !supersession.IsSuperseded(tag)).ToList();
        var document = new StringBuilder($"# {_title}\n\n{_about}\n");
        if (mine.Count == 0)
            document.Append('\n').Append(_empty).Append('\n');
        foreach (var area in Area.Group(mine))
        {
            document.Append("\n## ").Append(MarkdownText.Inline(area.Name)).Append("\n\n");
            foreach (var tag in area.Tags)
            {
                document.Append("- ");
                TagLine.Append(document, tag, LabelOf(tag), linkPrefix);
                document.Append('\n');
                foreach (var older in supersession.ReplacedBy(tag))
                    document.Append("  - ").Append(TagLine.Render(older, null, linkPrefix, struck: true)).Append('\n');
            }
        }

        return document.ToString();
    }

    private string? LabelOf(Tag tag) => tag.Kind == _plainKind ? null : MarkdownText.Inline(tag.Kind);
}
