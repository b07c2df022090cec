namespace CodeSyncer.Core.Configuration;

/// <summary>One pattern of <see cref="PathGlobs"/>, matched folder name by folder name in time bounded by text times pattern.</summary>
internal sealed class PathGlob
{
    private const string AnyFolders = "**";

    private readonly string[] _parts;
    private readonly bool _foldersOnly;

    private PathGlob(string[] parts, bool foldersOnly, bool isNegated)
    {
        _parts = parts;
        _foldersOnly = foldersOnly;
        IsNegated = isNegated;
    }

    public bool IsNegated { get; }

    /// <summary>The pattern of a line; null for a blank line or a comment.</summary>
    public static PathGlob? TryParse(string line)
    {
        var text = line.TrimEnd('\r', '\n');
        while (text.EndsWith(' ') && !text.EndsWith("\\ ", StringComparison.Ordinal))
            text = text[..^1];
        if (text.Length == 0 || text[0] == '#')
            return null;
        var isNegated = text[0] == '!';
        if (isNegated)
            text = text[1..];
        var foldersOnly = text.EndsWith('/');
        text = text.TrimEnd('/');
        if (text.Length == 0)
            return null;
        var anchored = text.Contains('/', StringComparison.Ordinal);
        var parts = text.TrimStart('/').Split('/');
        return new PathGlob(anchored ? parts : [AnyFolders, .. parts], foldersOnly, isNegated);
    }

    public bool Matches(ReadOnlySpan<char> path, bool isFolder)
    {
        if (_foldersOnly && !isFolder)
            return false;
        var names = new List<Range>();
        foreach (var name in path.Split('/'))
            names.Add(name);
        return MatchParts(path, names);
    }

    /// <summary>The classic matching of one kind of star: on a mismatch, the last <c>**</c> takes one more name.</summary>
    private bool MatchParts(ReadOnlySpan<char> path, List<Range> names)
    {
        int part = 0, name = 0, star = -1, starName = 0;
        while (name < names.Count)
        {
            if (part < _parts.Length && _parts[part] == AnyFolders)
            {
                // A trailing ** stands for at least one name.
                if (part == _parts.Length - 1)
                    return true;
                star = part++;
                starName = name;
            }
            else if (part < _parts.Length && MatchName(path[names[name]], _parts[part]))
            {
                part++;
                name++;
            }
            else if (star >= 0)
            {
                part = star + 1;
                name = ++starName;
            }
            else
            {
                return false;
            }
        }

        return part == _parts.Length;
    }

    private static bool MatchName(ReadOnlySpan<char> name, string pattern)
    {
        int at = 0, read = 0, star = -1, starRead = 0;
        while (read < name.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                starRead = read;
            }
            else if (at < pattern.Length && MatchOne(name[read], pattern, at, out var length))
            {
                at += length;
                read++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                read = ++starRead;
            }
            else
            {
                return false;
            }
        }

        while (at < pattern.Length && pattern[at] == '*')
            at++;
        return at == pattern.Length;
    }

    /// <summary>One letter against a letter, <c>?</c>, an escaped letter or a class.</summary>
    private static bool MatchOne(char letter, string pattern, int at, out int length)
    {
        length = 1;
        switch (pattern[at])
        {
            case '?':
                return true;
            case '\\' when at + 1 < pattern.Length:
                length = 2;
                return pattern[at + 1] == letter;
            case '[' when pattern.IndexOf(']', at + 2) is > 0 and var end:
                length = end - at + 1;
                return MatchClass(letter, pattern.AsSpan(at + 1, end - at - 1));
            default:
                return pattern[at] == letter;
        }
    }

    private static bool MatchClass(char letter, ReadOnlySpan<char> members)
    {
        var negated = members[0] is '!' or '^';
        if (negated)
            members = members[1..];
        var found = false;
        for (var i = 0; i < members.Length; i++)
        {
            if (i + 2 < members.Length && members[i + 1] == '-')
            {
                found |= letter >= members[i] && letter <= members[i + 2];
                i += 2;
            }
            else
            {
                found |= members[i] == letter;
            }
        }

        return found != negated;
    }
}
