using System.Text;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Context;

/// <summary>One tag as one line of a document.</summary>
internal static class TagLine
{
    /// <summary>UTF-16 units; what is longer is no text that somebody wrote for a reader, and is cut in documents.</summary>
    public const int LongestText = 4000;

    /// <summary>The tag's date, label, text, details and place, without the bullet.</summary>
    /// <param name="label">A word before the text, where a document mixes kinds; null: none.</param>
    /// <param name="longest">UTF-16 units of the text; what is longer is cut.</param>
    public static string Render(Tag tag, string? label, string linkPrefix, bool struck = false, int longest = LongestText)
    {
        var line = new StringBuilder();
        Append(line, tag, label, linkPrefix, struck, longest);
        return line.ToString();
    }

    public static void Append(StringBuilder line, Tag tag, string? label, string linkPrefix, bool struck = false, int longest = LongestText)
    {
        if (tag.Date is not null)
            line.Append("**").Append(MarkdownText.Inline(tag.Date)).Append("** ");
        if (label is not null)
            line.Append('_').Append(label).Append("_: ");
        var text = tag.Text.Length == 0 ? "(no text)"
            : tag.Text.Length <= longest ? MarkdownText.Inline(tag.Text)
            : MarkdownText.Inline(tag.Text[..(char.IsHighSurrogate(tag.Text[longest - 1]) ? longest - 1 : longest)]) + " …";
        if (struck)
            line.Append("~~").Append(text).Append("~~");
        else
            line.Append(text);
        var details = Details(tag);
        if (details.Length > 0)
            line.Append(" (").Append(details).Append(')');
        line.Append(" — ");
        MarkdownText.AppendFileLink(line, tag.Path, linkPrefix);
    }

    private static string Details(Tag tag)
    {
        if (!tag.HasExplicitId && (tag.Status ?? tag.By ?? tag.Note ?? tag.Expires) is null)
            return "";
        var details = new List<string>();
        if (tag.HasExplicitId)
            details.Add($"`{tag.Id.Replace('`', '\'')}`");
        if (tag.Status is not null)
            details.Add(MarkdownText.Inline(tag.Status));
        if (tag.By is not null)
            details.Add("by " + MarkdownText.Inline(tag.By));
        if (tag.Note is not null)
            details.Add(MarkdownText.Inline(tag.Note));
        if (tag.Expires is not null)
            details.Add("until " + MarkdownText.Inline(tag.Expires));
        return string.Join(", ", details);
    }
}
