namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Paths of a repository: relative to its root, with <c>/</c>; the root itself is the empty path.</summary>
internal static class RepositoryPath
{
    public static string FolderOf(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    public static string Join(string folder, string name) => folder.Length == 0 ? name : name.Length == 0 ? folder : $"{folder}/{name}";

    /// <summary>From a folder up to the root, both included.</summary>
    public static IEnumerable<string> Upward(string folder)
    {
        while (folder.Length > 0)
        {
            yield return folder;
            folder = FolderOf(folder);
        }

        yield return "";
    }

    /// <summary>Whether a path is a folder or lies in it.</summary>
    public static bool IsIn(string path, string folder) =>
        folder.Length == 0 || path == folder || (path.StartsWith(folder, StringComparison.Ordinal) && path[folder.Length] == '/');

    /// <summary>A path that a manifest names, seen from the manifest's folder; null when it leaves the repository.</summary>
    public static string? Resolve(string folder, string relative)
    {
        relative = relative.Trim().Replace('\\', '/');
        if (relative.StartsWith('/') || relative.Contains(':') || relative.Contains('\0'))
            return null;
        var parts = folder.Length == 0 ? [] : folder.Split('/').ToList();
        foreach (var part in relative.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }
}
