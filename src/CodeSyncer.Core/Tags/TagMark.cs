using System.Globalization;

namespace CodeSyncer.Core.Tags;

/// <summary>The beginning of a tag: its <c>@</c>, its prefix and its kind, as offsets into the text.</summary>
internal readonly record struct TagMark(int At, int KindStart, int KindEnd, bool Legacy)
{
    public const string Prefix = "@codesyncer-";
    public const string LegacyPrefix = "@claude-";

    /// <summary>A longer word is no kind; it keeps hostile input from being copied around.</summary>
    private const int LongestKind = 40;

    /// <summary>Offset of the next prefix at or behind an offset, or -1.</summary>
    public static int NextPrefix(string text, int from)
    {
        while (true)
        {
            int found = text.AsSpan(from).IndexOf('@');
            if (found < 0) return -1;
            from += found;
            if (Begins(text.AsSpan(from), Prefix) || Begins(text.AsSpan(from), LegacyPrefix)) return from;
            from++;
        }
    }

    /// <summary>The last place where a prefix stands, or -1.</summary>
    public static int LastPrefix(string text)
    {
        int found = text.LastIndexOf('@');
        while (found >= 0 && !Begins(text.AsSpan(found), Prefix) && !Begins(text.AsSpan(found), LegacyPrefix))
            found = found == 0 ? -1 : text.LastIndexOf('@', found - 1);
        return found;
    }

    /// <summary>
    /// Reads the mark whose <c>@</c> stands at <paramref name="at"/>. What stands in the middle of a word (an address) or is glued to a
    /// Korean or Japanese particle is none.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="at">Offset of the sign.</param>
    /// <param name="start">Where the comment begins on this line.</param>
    /// <param name="end">Where it ends on this line.</param>
    /// <param name="mark">What was read.</param>
    /// <param name="isTag">False for talk about a tag: the word is followed by a comma, a path, a full stop.</param>
    public static bool TryRead(string text, int at, int start, int end, out TagMark mark, out bool isTag)
    {
        isTag = false;
        mark = default;
        if (at > start && !MayPrecede(text, at, start)) return false;
        ReadOnlySpan<char> rest = text.AsSpan(at, end - at);
        bool legacy = false;
        int length = Prefix.Length;
        if (!Begins(rest, Prefix))
        {
            if (!Begins(rest, LegacyPrefix)) return false;
            legacy = true;
            length = LegacyPrefix.Length;
        }

        int word = KindLength(rest[length..]);
        if (word is 0 or > LongestKind) return false;
        int after = length + word;
        if (legacy && !IsKnown(rest.Slice(length, word))) return false;
        isTag = rest[after..].IsWhiteSpace()
            // A sentence that ends with the word speaks of it; a line that consists of it, or an element, holds an empty tag.
            ? BeginsLine(text, at, start) || text[at - 1] == '>'
            : MayFollow(rest, after) || (BeginsLine(text, at, start) && MayFollowLoosely(rest, after));
        mark = new TagMark(at, at + length, at + after, legacy);
        return true;
    }

    public static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    public static bool IsKnown(ReadOnlySpan<char> word)
    {
        foreach (string kind in TagKind.All)
        {
            if (word.Equals(kind, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<char> rest, string prefix) =>
        rest.Length > prefix.Length && System.Text.Ascii.EqualsIgnoreCase(rest[..prefix.Length], prefix);

    private static bool MayPrecede(string text, int at, int start)
    {
        char before = text[at - 1];
        if (before is '/' && at - 1 > start) return !IsWord(text[at - 2]);
        return !IsWord(before) && before is not ('@' or '\\');
    }

    private static int KindLength(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || !char.IsLetter(rest[0])) return 0;
        int length = 1;
        while (length < rest.Length && length <= LongestKind && (IsWord(rest[length]) || rest[length] == '-' || IsMark(rest[length])))
        {
            // Chinese sets no blank before its first word: behind a known kind the text may begin at once.
            if (IsHan(rest[length]) && IsKnown(rest[..length])) return length;
            // A particle of Korean or Japanese makes a known word a part of a sentence.
            if (rest[length] > '\u024F' && char.IsAscii(rest[length - 1])) return 0;
            length++;
        }

        while (rest[length - 1] == '-') length--;
        return length;
    }

    private static bool MayFollow(ReadOnlySpan<char> rest, int after)
    {
        char next = rest[after];
        char second = after + 1 < rest.Length ? rest[after + 1] : '\n';
        return next switch
        {
            ':' or '：' or '(' or '（' or '[' or '【' or '"' or '“' or '「' or '–' or '—' => true,
            '-' => char.IsWhiteSpace(second) || second is '-' or '}',
            '<' => second == '/',
            '*' => second is '/' or ')',
            _ => char.IsWhiteSpace(next) || IsHan(next),
        };
    }

    /// <summary>In a sentence "see @codesyncer-decision, ..." names the tag; at the beginning of a line it is one with a slip of the pen.</summary>
    private static bool MayFollowLoosely(ReadOnlySpan<char> rest, int after) =>
        rest[after] is ',' or ';' or '.' or '!' && after + 2 < rest.Length && rest[after + 1] is ' ' or '\t' && rest[after + 2] != '@';

    private static bool BeginsLine(string text, int at, int start)
    {
        while (at > start && (char.IsWhiteSpace(text[at - 1]) || "*/#-;!%•".Contains(text[at - 1]))) at--;
        return at == start;
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';

    private static bool IsMark(char c) => c > '\u02FF'
        && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
