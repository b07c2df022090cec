namespace CodeSyncer.Core.Configuration;

/// <summary>
/// One pattern of a .gitignore or .gitattributes file. It says whether the path itself matches; what follows for the
/// content of a folder is told by <see cref="PathGlobs"/>.
/// </summary>
/// <remarks>Source: git's documentation, gitignore(5), and its answers where the text is silent (brackets, escapes).</remarks>
public sealed class PathGlob
{
    private readonly GlobSegment[] _segments = [];
    private readonly bool _anchored;
    private readonly bool _foldersOnly;
    private readonly bool _invalid;

    public PathGlob(string pattern)
    {
        var text = TrimEnd(pattern);
        if (text.IsEmpty || text[0] == '#')
        {
            IsEmpty = true;
            return;
        }

        if (text[0] == '!')
        {
            IsNegated = true;
            text = text[1..];
        }

        if (text.EndsWith('/'))
        {
            _foldersOnly = true;
            text = text[..^1];
        }

        _anchored = text.Contains('/');
        if (text.StartsWith('/'))
            text = text[1..];
        _invalid = text.IsEmpty || !GlobSegment.TryParse(text, out _segments);
    }

    /// <summary>An empty line or a comment: it matches nothing.</summary>
    public bool IsEmpty { get; }

    /// <summary>Starts with <c>!</c>: a path that matches is taken back.</summary>
    public bool IsNegated { get; }

    /// <summary>Git takes such a pattern (a bracket or an escape without end) and matches nothing with it.</summary>
    public bool IsInvalid => _invalid;

    /// <summary>Whether the path itself matches, negation left aside. Time is at most the product of both lengths.</summary>
    /// <param name="path">Relative to the file's folder, with <c>/</c>, without one at its end.</param>
    /// <param name="isFolder">Whether the path is that of a folder.</param>
    public bool Matches(ReadOnlySpan<char> path, bool isFolder)
    {
        if (_segments.Length == 0 || _invalid || (_foldersOnly && !isFolder))
            return false;
        return _anchored ? MatchesWhole(path) : _segments[0].MatchesName(path[(path.LastIndexOf('/') + 1)..]);
    }

    /// <summary>
    /// On a mismatch only the last <c>**</c> is widened: what an earlier one could gain, the last one gains too.
    /// </summary>
    private bool MatchesWhole(ReadOnlySpan<char> path)
    {
        int segment = 0, start = 0, retrySegment = -1, retryStart = 0;
        while (start <= path.Length)
        {
            if (segment < _segments.Length && _segments[segment].IsAnyDepth)
            {
                if (segment == _segments.Length - 1)
                    return true;
                (retrySegment, retryStart) = (++segment, start);
                continue;
            }

            var end = EndOfName(path, start);
            if (segment < _segments.Length && _segments[segment].MatchesName(path[start..end]))
            {
                segment++;
                start = end + 1;
                continue;
            }

            if (retrySegment < 0)
                return false;
            retryStart = EndOfName(path, retryStart) + 1;
            (segment, start) = (retrySegment, retryStart);
        }

        return segment == _segments.Length;
    }

    private static int EndOfName(ReadOnlySpan<char> path, int start)
    {
        var length = path[start..].IndexOf('/');
        return length < 0 ? path.Length : start + length;
    }

    /// <summary>Spaces at the end do not count unless a backslash stands before them.</summary>
    private static ReadOnlySpan<char> TrimEnd(string pattern)
    {
        var end = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
                end = Math.Min(++i + 1, pattern.Length);
            else if (pattern[i] != ' ')
                end = i + 1;
        }

        return pattern.AsSpan(0, end);
    }
}
