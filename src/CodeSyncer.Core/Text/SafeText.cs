using System.Text;

namespace CodeSyncer.Core.Text;

/// <summary>
/// Makes text that others wrote (tags, paths, configuration) safe to show. Nothing in it can move the cursor, turn
/// the direction of writing, hide itself, or command the CI service whose log it lands in.
/// </summary>
public static class SafeText
{
    /// <summary>
    /// Control characters (C0, DEL, C1), bidirectional overrides and isolates, line separators, invisible tag
    /// characters and lone surrogates become visible: <c>\x1b</c>, <c>\u202e</c>. A tab becomes a space.
    /// What a CI service would take as a command (<c>##[</c>, <c>##vso[</c> anywhere in a line, <c>::name::</c> at
    /// its start) is broken up by a space.
    /// </summary>
    /// <param name="keepLines">LF stays a line end (CR before it goes); otherwise every line end becomes one space.</param>
    public static string ForTerminal(string text, bool keepLines = false)
    {
        if (!NeedsWork(text))
            return text;
        var safe = new StringBuilder(text.Length + 16);
        var startOfLine = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                continue;
            if (c == '\n')
                safe.Append(keepLines ? '\n' : ' ');
            else if (c == '\t')
                safe.Append(' ');
            else if (startOfLine && c == ':' && IsLineCommand(text.AsSpan(i)))
                safe.Append(": ");
            else if (c == '[' && EndsWithCommandMark(safe))
                safe.Append(" [");
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                AppendPair(safe, c, text[++i]);
            else if (IsUnsafe(c))
                safe.Append(c < 0x100 ? $"\\x{(int)c:x2}" : $"\\u{(int)c:x4}");
            else
                safe.Append(c);
            startOfLine = c == '\n' || (startOfLine && char.IsWhiteSpace(c));
        }

        return safe.ToString();
    }

    /// <summary>
    /// JSON as our writers make it (non-ASCII letters as they are), with the characters that a terminal would act on
    /// escaped as <c>\uXXXX</c>. They can stand only within strings, so that the value stays the same.
    /// </summary>
    public static string InJson(string json)
    {
        if (!json.AsSpan().ContainsAnyInRange('\u007f', '\uffff'))
            return json;
        var safe = new StringBuilder(json.Length + 16);
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            var isPair = char.IsHighSurrogate(c) && i + 1 < json.Length && char.IsLowSurrogate(json[i + 1]);
            if (isPair && !IsTagCharacter(c, json[i + 1]))
                safe.Append(c).Append(json[++i]);
            else if (c > 0x7e && IsUnsafe(c))
                safe.Append($"\\u{(int)c:x4}");
            else
                safe.Append(c);
        }

        return safe.ToString();
    }

    private static bool NeedsWork(string text)
    {
        foreach (var c in text)
        {
            if (IsUnsafe(c) || c is '[' or ':')
                return true;
        }

        return false;
    }

    private static bool IsUnsafe(char c) =>
        c < ' ' || c is >= '\u007f' and <= '\u009f' or >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069'
            or '\u2028' or '\u2029' || char.IsSurrogate(c);

    /// <summary>U+E0000 to U+E007F spell ASCII that nobody sees.</summary>
    private static bool IsTagCharacter(char high, char low) => char.ConvertToUtf32(high, low) is >= 0xe0000 and <= 0xe007f;

    private static void AppendPair(StringBuilder safe, char high, char low)
    {
        if (IsTagCharacter(high, low))
            safe.Append($"\\u{{{char.ConvertToUtf32(high, low):x}}}");
        else
            safe.Append(high).Append(low);
    }

    /// <summary>The form of GitHub's workflow commands: two colons, a name, perhaps properties, two colons.</summary>
    private static bool IsLineCommand(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('\n');
        var line = end < 0 ? rest : rest[..end];
        return line.StartsWith("::", StringComparison.Ordinal) && line[2..].Contains("::", StringComparison.Ordinal);
    }

    private static bool EndsWithCommandMark(StringBuilder text)
    {
        return EndsWith("##") || EndsWith("##vso");

        bool EndsWith(string mark)
        {
            if (text.Length < mark.Length)
                return false;
            for (var i = 0; i < mark.Length; i++)
            {
                if (char.ToLowerInvariant(text[text.Length - mark.Length + i]) != mark[i])
                    return false;
            }

            return true;
        }
    }
}
