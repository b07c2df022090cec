namespace CodeSyncer.Testing;

/// <summary>Everything below a folder, to compare before and after: each entry's path, mode, and bytes or link target.</summary>
public static class FileTree
{
    /// <param name="except">Paths relative to the folder, with <c>/</c>, that are left out with all below them.</param>
    public static SortedDictionary<string, string> Of(string folder, params string[] except)
    {
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(folder, "", except, entries);
        return entries;
    }

    private static void Add(string folder, string prefix, string[] except, SortedDictionary<string, string> entries)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            var path = prefix + entry.Name;
            if (except.Contains(path))
                continue;
            if (entry.LinkTarget is { } target)
            {
                entries[path] = "link to " + target;
            }
            else if (entry is DirectoryInfo)
            {
                entries[path] = "folder";
                Add(entry.FullName, path + "/", except, entries);
            }
            else
            {
                var mode = OperatingSystem.IsWindows() ? "" : entry.UnixFileMode.ToString();
                entries[path] = $"{mode} {Convert.ToBase64String(File.ReadAllBytes(entry.FullName))}";
            }
        }
    }
}
