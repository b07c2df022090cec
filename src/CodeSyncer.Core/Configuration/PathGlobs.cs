namespace CodeSyncer.Core.Configuration;

/// <summary>
/// Patterns of paths with the meaning that they have in <c>.gitignore</c> (source: git's documentation, "gitignore"): a
/// slash at the start or in the middle anchors, one at the end means folders, <c>**</c> any folders, <c>!</c> takes back,
/// the last match decides, and what lies in a matched folder is matched.
/// </summary>
public sealed class PathGlobs
{
    private readonly List<PathGlob> _globs;
    private readonly bool _canTakeBack;

    /// <param name="canTakeBack">
    /// Whether a pattern with <c>!</c> may take back a part of a matched folder, as in <c>info/sparse-checkout</c>.
    /// </param>
    public PathGlobs(IEnumerable<string> patterns, bool canTakeBack = false)
    {
        _globs = [.. patterns.Select(PathGlob.TryParse).OfType<PathGlob>()];
        _canTakeBack = canTakeBack;
    }

    /// <summary>Whether a file matches.</summary>
    /// <param name="path">Relative to where the patterns stand, with <c>/</c>.</param>
    public bool Matches(string path)
    {
        if (_globs.Count == 0)
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
        for (var i = _globs.Count - 1; i >= 0; i--)
        {
            if (_globs[i].Matches(path, isFolder))
                return !_globs[i].IsNegated;
        }

        return inherited;
    }
}
