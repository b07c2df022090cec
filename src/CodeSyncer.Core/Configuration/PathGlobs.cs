namespace CodeSyncer.Core.Configuration;

/// <summary>
/// Patterns of paths with the meaning that they have in <c>.gitignore</c>: a slash at the start or in the middle anchors,
/// one at the end means folders, <c>**</c> any folders, <c>!</c> takes back, the last match decides, and what lies in a
/// matched folder is matched.
/// </summary>
/// <remarks>
/// Source: git's documentation, gitignore(5). It differs in one point: <c>?</c> and <c>[..]</c> take one character
/// (Unicode code point), where git takes one byte of its UTF-8 form. In .gitattributes a folder's pattern does not cover
/// what lies in the folder: <see cref="PathGlob"/> is one pattern by itself.
/// </remarks>
public sealed class PathGlobs
{
    private readonly PathGlob[] _globs;
    private readonly bool _canTakeBack;
    private readonly bool _ignoreCase;

    /// <param name="patterns">Lines of such a file; empty ones and comments are allowed.</param>
    /// <param name="canTakeBack">
    /// Whether a pattern with <c>!</c> may take back a part of a matched folder, as in <c>info/sparse-checkout</c>.
    /// </param>
    /// <param name="ignoreCase">
    /// Whether upper and lower case are one, as in the file systems of Windows and macOS; <c>[[:upper:]]</c> then matches nothing.
    /// </param>
    public PathGlobs(IEnumerable<string> patterns, bool canTakeBack = false, bool ignoreCase = false)
    {
        _globs = [.. patterns.Select(pattern => new PathGlob(ignoreCase ? pattern.ToLowerInvariant() : pattern))];
        _canTakeBack = canTakeBack;
        _ignoreCase = ignoreCase;
    }

    /// <summary>Whether a file matches, in time linear in the length of the path for given patterns, without allocating where case counts.</summary>
    /// <param name="path">Relative to where the patterns stand, with <c>/</c>.</param>
    public bool Matches(string path) => Deciding(path) >= 0;

    /// <summary>The place among the patterns of the one by which a file matches; -1 where none does or it was taken back.</summary>
    /// <param name="path">As for <see cref="Matches"/>.</param>
    public int Deciding(string path)
    {
        if (_globs.Length == 0)
            return -1;
        if (_ignoreCase)
            path = path.ToLowerInvariant();
        var deciding = -1;
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
        {
            deciding = Decide(path.AsSpan(0, end), isFolder: true, deciding);
            if (deciding >= 0 && !_canTakeBack)
                return deciding;
        }

        return Decide(path, isFolder: false, deciding);
    }

    private int Decide(ReadOnlySpan<char> path, bool isFolder, int inherited)
    {
        for (var i = _globs.Length - 1; i >= 0; i--)
        {
            if (_globs[i].Matches(path, isFolder))
                return _globs[i].IsNegated ? -1 : i;
        }

        return inherited;
    }
}
