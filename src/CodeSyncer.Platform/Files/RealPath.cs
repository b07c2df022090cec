namespace CodeSyncer.Platform.Files;

/// <summary>Paths with every symbolic link on the way resolved, of files that exist or not.</summary>
public static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The place that writing to <paramref name="path"/> would change.</summary>
    /// <exception cref="IOException">The links lead round in a circle.</exception>
    public static string Of(string path)
    {
        var links = 0;
        var full = Path.GetFullPath(path);
        var root = Path.GetPathRoot(full)!;
        var resolved = root;
        var rest = new Stack<string>(Parts(full[root.Length..]).Reverse());
        while (rest.TryPop(out var part))
        {
            var next = Path.Combine(resolved, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                resolved = next;
                continue;
            }

            if (++links > MostLinks)
                throw new IOException($"too many symbolic links on the way to '{path}'");
            var to = Path.GetFullPath(target, resolved);
            resolved = Path.GetPathRoot(to)!;
            foreach (var step in Parts(to[resolved.Length..]).Reverse())
                rest.Push(step);
        }

        return resolved;
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="directory"/> or lies in it; both as <see cref="Of"/> gives them.</summary>
    public static bool IsWithin(string path, string directory) =>
        path.Equals(directory, PathComparison.ForThisSystem)
        || path.StartsWith(Path.TrimEndingDirectorySeparator(directory) + Path.DirectorySeparatorChar, PathComparison.ForThisSystem);

    private static string[] Parts(string path) =>
        path.Split((char[])[Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
}
