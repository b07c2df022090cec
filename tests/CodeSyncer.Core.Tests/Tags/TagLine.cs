using System.Text;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Tests.Tags;

/// <summary>A tag on one line, as the specification writes it.</summary>
internal static class TagLine
{
    /// <param name="expected">The line that is expected: anchor and language are shown only if it names them.</param>
    public static string Of(Tag tag, string expected)
    {
        var line = new StringBuilder(tag.Kind);
        if (tag.Date is not null) line.Append(' ').Append(tag.Date);
        line.Append(' ').Append(Quote(tag.Text));
        Add("note", tag.Note is null ? null : Quote(tag.Note));
        Add("id", tag.HasExplicitId ? tag.Id : null);
        Add("by", tag.By);
        Add("supersedes", tag.Supersedes);
        Add("expires", tag.Expires);
        Add("status", tag.Status);
        Add("prefix", tag.Prefix == "codesyncer" ? null : tag.Prefix);
        Add("line", tag.EndLine == tag.Line ? $"{tag.Line}" : $"{tag.Line}-{tag.EndLine}");
        if (expected.Contains(" anchor=")) Add("anchor", tag.Anchor is null ? "none" : Quote(tag.Anchor));
        if (expected.Contains(" language=")) Add("language", tag.Language);
        return line.ToString();

        void Add(string name, string? value)
        {
            if (value is not null) line.Append(' ').Append(name).Append('=').Append(value);
        }
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                < ' ' or '\u007F' or '\uFFFD' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
