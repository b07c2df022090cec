using System.Buffers;

namespace CodeSyncer.Core.Tags;

/// <summary>
/// What opens before a tag and closes around it: an element of a documentation comment, a comment within the comment.
/// Its closing end is the end of the tag. Walks forward once over a run.
/// </summary>
internal sealed class Enclosures(CommentRun run)
{
    private const int LongestName = 32;
    private static readonly SearchValues<char> Signs = SearchValues.Create("<*{-(/#");
    private static readonly (string Open, string Close)[] Comments = [("/*", "*/"), ("<!--", "-->"), ("{-", "-}"), ("(*", "*)"), ("<#", "#>")];

    private readonly Dictionary<string, int> _open = new(StringComparer.OrdinalIgnoreCase);
    private int _walked = run.Start;

    /// <summary>Takes in everything up to an offset; offsets only grow.</summary>
    public void WalkTo(int offset)
    {
        while (_walked < offset)
        {
            int found = run.Text.AsSpan(_walked, offset - _walked).IndexOfAny(Signs);
            if (found < 0)
            {
                _walked = offset;
                return;
            }

            _walked += found;
            if (TokenAt(_walked, offset, out string name, out bool opens, out int length))
            {
                int depth = _open.GetValueOrDefault(name);
                _open[name] = opens ? depth + 1 : Math.Max(0, depth - 1);
                _walked += length;
            }
            else
            {
                _walked++;
            }
        }
    }

    /// <summary>Where within [start, end) something closes that opened before the tag; <paramref name="end"/> if nothing does.</summary>
    public int ClosingEnd(int start, int end, Dictionary<string, int> own)
    {
        if (_open.Count == 0) return end;
        for (int at = start; at < end;)
        {
            int found = run.Text.AsSpan(at, end - at).IndexOfAny(Signs);
            if (found < 0) return end;
            at += found;
            if (!TokenAt(at, end, out string name, out bool opens, out int length))
            {
                at++;
                continue;
            }

            int depth = own.GetValueOrDefault(name);
            if (opens) own[name] = depth + 1;
            else if (depth > 0) own[name] = depth - 1;
            else if (_open.GetValueOrDefault(name) > 0) return at;
            at += length;
        }

        return end;
    }

    private bool TokenAt(int at, int end, out string name, out bool opens, out int length)
    {
        ReadOnlySpan<char> rest = run.Text.AsSpan(at, end - at);
        foreach ((string start, string close) in Comments)
        {
            if (rest.StartsWith(start) || rest.StartsWith(close))
            {
                name = start;
                opens = rest.StartsWith(start);
                length = opens ? start.Length : close.Length;
                return true;
            }
        }

        return TryElement(rest, out name, out opens, out length);
    }

    private static bool TryElement(ReadOnlySpan<char> rest, out string name, out bool opens, out int length)
    {
        name = "";
        opens = true;
        length = 0;
        if (rest[0] != '<') return false;
        int start = rest.Length > 1 && rest[1] == '/' ? 2 : 1;
        int at = start;
        while (at < rest.Length && at - start <= LongestName && (char.IsAsciiLetterOrDigit(rest[at]) || rest[at] is '-' or ':')) at++;
        if (at == start || at == rest.Length || at - start > LongestName || !char.IsAsciiLetter(rest[start])) return false;
        if (rest[at] is not ('>' or ' ' or '/')) return false;
        // <br/> opens nothing; one with attributes is looked through to its end, within reason.
        ReadOnlySpan<char> tail = rest.Slice(at, Math.Min(rest.Length - at, 200));
        int closing = tail.IndexOf('>');
        if (closing < 0 || (closing > 0 && tail[closing - 1] == '/')) return false;
        name = rest[start..at].ToString();
        opens = start == 1;
        length = at;
        return true;
    }
}
