namespace CodeSyncer.Core.Configuration;

/// <summary>
/// A bracket expression: <c>[abc]</c>, <c>[a-z]</c>, <c>[!a]</c> or <c>[^a]</c>, <c>[[:digit:]]</c>, with <c>\</c> to
/// quote and <c>]</c> first to mean itself. It never takes a slash.
/// </summary>
/// <remarks>Source: POSIX.1-2024, "Pattern matching notation", and gitignore(5). Named classes are ASCII, as in git.</remarks>
internal sealed class GlobClass
{
    private readonly List<(int First, int Last)> _ranges = [];
    private bool _negated;

    public bool Holds(int character)
    {
        foreach (var (first, last) in _ranges)
        {
            if (character >= first && character <= last)
                return !_negated;
        }

        return _negated;
    }

    /// <summary>Reads from the <c>[</c> at <paramref name="at"/> and leaves it at the <c>]</c>; null where the expression is broken.</summary>
    public static GlobClass? Parse(List<int> pattern, ref int at)
    {
        var set = new GlobClass();
        at++;
        if (at < pattern.Count && pattern[at] is '!' or '^')
        {
            set._negated = true;
            at++;
        }

        int? before = null;
        for (var first = at; at < pattern.Count; at++)
        {
            var c = pattern[at];
            if (c == ']' && at > first)
                return set;
            if (c == '[' && at + 1 < pattern.Count && pattern[at + 1] == ':')
            {
                // The named class ends at the next bracket; without ":" before it, this is an ordinary "[".
                var end = pattern.IndexOf(']', at + 2);
                if (end < 0)
                    return null;
                if (end > at + 2 && pattern[end - 1] == ':')
                {
                    if (!set.AddNamed(pattern[(at + 2)..(end - 1)]))
                        return null;
                    at = end;
                    before = null;
                    continue;
                }
            }
            else if (c == '-' && before is { } low && at + 1 < pattern.Count && pattern[at + 1] != ']')
            {
                at++;
                if (pattern[at] == '\\' && ++at == pattern.Count)
                    return null;
                set._ranges.Add((low, pattern[at]));
                before = null;
                continue;
            }
            else if (c == '\\')
            {
                if (++at == pattern.Count)
                    return null;
                c = pattern[at];
            }

            set._ranges.Add((c, c));
            before = c;
        }

        return null;
    }

    private bool AddNamed(List<int> name)
    {
        (int, int)[]? ranges = string.Concat(name.Select(char.ConvertFromUtf32)) switch
        {
            "alnum" => [('0', '9'), ('A', 'Z'), ('a', 'z')],
            "alpha" => [('A', 'Z'), ('a', 'z')],
            "blank" => [(' ', ' '), ('\t', '\t')],
            "cntrl" => [(0, 31), (127, 127)],
            "digit" => [('0', '9')],
            "graph" => [('!', '~')],
            "lower" => [('a', 'z')],
            "print" => [(' ', '~')],
            "punct" => [('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
            "space" => [(' ', ' '), ('\t', '\r')],
            "upper" => [('A', 'Z')],
            "xdigit" => [('0', '9'), ('A', 'F'), ('a', 'f')],
            _ => null,
        };
        if (ranges is null)
            return false;
        _ranges.AddRange(ranges);
        return true;
    }
}
