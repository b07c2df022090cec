using CodeSyncer.Core.Configuration;

namespace CodeSyncer.Core.Work;

/// <summary>
/// The files that no agent may edit. The last glob that matches decides; one with <c>!</c> takes back, also what lies in
/// a protected folder.
/// </summary>
public sealed class ProtectedPaths
{
    private readonly IReadOnlyList<ProtectedPath> _paths;
    private readonly PathGlobs _globs;

    /// <param name="paths">From <see cref="Settings.ProtectedPaths"/>, in their order.</param>
    /// <param name="ignoreCase">
    /// Whether the file system takes <c>A</c> and <c>a</c> for one name (Windows, macOS): there <c>DB/x</c> opens <c>db/x</c>.
    /// </param>
    public ProtectedPaths(IReadOnlyList<ProtectedPath> paths, bool ignoreCase)
    {
        _paths = paths;
        _globs = new PathGlobs(paths.Select(path => path.Glob), canTakeBack: true, ignoreCase);
    }

    /// <summary>What protects a file, or null.</summary>
    /// <param name="relativePath">Relative to the root, with <c>/</c>, resolved: without <c>..</c> and symbolic links.</param>
    public ProtectedPath? Of(string relativePath) => _globs.Deciding(relativePath) is >= 0 and var place ? _paths[place] : null;
}
