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

    /// <param name="patterns">Lines of such a file; empty ones and comments are allowed.</param>
    /// <param name="canTakeBack">
    /// Whether a pattern with <c>!</c> may take back a part of a matched folder, as in <c>info/sparse-checkout</c>.
    /// </param>
    public PathGlobs(IEnumerable<string> patterns, bool canTakeBack = false)
    {
        _globs = [.. patterns.Select(pattern => new PathGlob(pattern)).Where(glob => !glob.IsEmpty)];
        _canTakeBack = canTakeBack;
    }

    /// <summary>Whether a file matches, in time linear in the length of the path for given patterns, without allocating.</summary>
    /// <param name="path">Relative to where the patterns stand, with <c>/</c>.</param>
    public bool Matches(string path)
    {
        if (_globs.Length == 0)
            return false;
        var matched = false;
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
        {
            matched = Decide(path.AsSpan(0, end), isFolder: true, matched);
            if (matched && !_canTakeBack)
                return true;
        }

        return Decide(path, isFolder: false, matched);
    }

    private bool Decide(ReadOnlySpan<char> path, bool isFolder, bool inherited)
    {
        for (var i = _globs.Length - 1; i >= 0; i--)
        {
            if (_globs[i].Matches(path, isFolder))
                return !_globs[i].IsNegated;
        }

        return inherited;
    }
}
