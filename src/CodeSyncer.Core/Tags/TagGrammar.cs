namespace CodeSyncer.Core.Tags;

/// <summary>Reads what stands behind a tag's kind: <c>:ID</c>, <c>(...)</c>, <c>[date]</c>, a colon, and then the text.</summary>
internal static class TagGrammar
{
    private const string OpeningQuotes = "\"'“‘«「『";
    private const string ClosingQuotes = "\"'”’»」』";

    /// <param name="kind">The kind in lower case.</param>
    /// <param name="body">Everything behind the kind, joined as <see cref="Tag.Text"/> is.</param>
    public static (TagHead Head, string Text) Read(string kind, string body)
    {
        var head = new TagHead();
        int at = 0;
        bool colon = false;
        bool parentheses = false;
        bool dash = false;
        int attached = 0;
        if (kind == TagKind.Work && WorkIdLength(body) is > 0 and int length)
        {
            head.Id = body.Substring(1, length);
            at = attached = length + 1;
        }
        else if (body.Length > 1 && body[0] is ',' or ';' or '.' or '!')
        {
            at = 1;
        }

        while (at < body.Length)
        {
            char c = body[at];
            if (c == '\n') break;
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c is ':' or '：')
            {
                colon = true;
                at++;
            }
            else if (c is '[' or '【' && head.Date is null && DateInBrackets(body, at, ref head) is > 0 and int bracket)
            {
                at = bracket;
            }
            else if (c is '(' or '（' && !parentheses && Parentheses(body, at, at == attached, colon) is > 0 and int closing)
            {
                parentheses = true;
                head.Read(body.AsSpan(at + 1, closing - at - 1));
                at = closing + 1;
            }
            else if (!dash && c is '-' or '–' or '—' && at + 1 < body.Length && body[at + 1] is ' ' or '\t')
            {
                dash = true;
                at++;
            }
            else
            {
                break;
            }
        }

        return (head, Unquote(body.AsSpan(at).Trim()));
    }

    /// <summary>Behind <c>@codesyncer-work</c> a word right behind the colon, without a space, is the id.</summary>
    private static int WorkIdLength(string body)
    {
        if (body.Length < 2 || body[0] != ':') return 0;
        int end = 1;
        while (end < body.Length && !char.IsWhiteSpace(body[end]) && body[end] is not ('(' or '[' or '（')) end++;
        while (end > 1 && body[end - 1] is ':' or ',' or ';' or '.') end--;
        return end - 1;
    }

    /// <summary>Offset behind <c>[YYYY-MM-DD]</c>, or 0. What follows the date within the brackets is the note.</summary>
    private static int DateInBrackets(string body, int at, ref TagHead head)
    {
        ReadOnlySpan<char> rest = body.AsSpan(at + 1);
        int closing = rest.IndexOfAny(']', '】', '\n');
        if (closing < 0 || rest[closing] == '\n') return 0;
        ReadOnlySpan<char> inside = rest[..closing].Trim();
        if (!TagHead.BeginsWithDate(inside)) return 0;
        head.Read(inside);
        return at + 1 + closing + 1;
    }

    /// <summary>
    /// Offset of the closing parenthesis, or 0 where the parentheses are never closed or belong to the text: they are the tag's own when
    /// they are attached to the kind, begin with a date or a known key, or come before the colon.
    /// </summary>
    private static int Parentheses(string body, int at, bool attached, bool colon)
    {
        int depth = 0;
        for (int i = at; i < body.Length && body[i] != '\n'; i++)
        {
            if (body[i] is '(' or '（') depth++;
            if (body[i] is not (')' or '）') || --depth > 0) continue;
            if (attached || TagHead.IsHead(body.AsSpan(at + 1, i - at - 1))) return i;
            ReadOnlySpan<char> after = body.AsSpan(i + 1).TrimStart(' ');
            return !colon && after.Length > 0 && after[0] is ':' or '：' ? i : 0;
        }

        return 0;
    }

    /// <summary>Drops one pair of quotes around the whole text; any other quote or apostrophe is text.</summary>
    private static string Unquote(ReadOnlySpan<char> text)
    {
        int quote = text.Length < 2 ? -1 : OpeningQuotes.IndexOf(text[0]);
        if (quote < 0 || text[^1] != ClosingQuotes[quote]) return text.ToString();
        ReadOnlySpan<char> inside = text[1..^1];
        for (int i = 0; i < inside.Length; i++)
        {
            if (inside[i] != text[0] && inside[i] != text[^1]) continue;
            bool apostrophe = inside[i] is '\'' or '’' && i > 0 && i + 1 < inside.Length && TagMark.IsWord(inside[i - 1]) && TagMark.IsWord(inside[i + 1]);
            if (!apostrophe) return text.ToString();
        }

        return inside.Trim().ToString();
    }
}
