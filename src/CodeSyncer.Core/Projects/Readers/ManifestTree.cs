namespace CodeSyncer.Core.Projects.Readers;

/// <summary>The relevant files of a repository; each manifest is read at most once, and only when asked for.</summary>
internal sealed class ManifestTree(IEnumerable<string> paths, Func<string, string?> readText)
{
    private readonly SortedSet<string> _paths = new(paths, StringComparer.Ordinal);
    private readonly Dictionary<string, ManifestFile> _files = new(StringComparer.Ordinal);
    private Dictionary<string, string>? _anyCase;
    private ILookup<string, string>? _byName;

    /// <summary>Sorted, each once.</summary>
    public IReadOnlyCollection<string> Paths => _paths;

    /// <summary>All files of this name, sorted.</summary>
    public IEnumerable<string> Named(string name) => (_byName ??= _paths.ToLookup(RepositoryPath.NameOf, StringComparer.Ordinal))[name];

    public bool Has(string path) => _paths.Contains(path);

    public bool Has(string folder, string name) => Has(RepositoryPath.Join(folder, name));

    /// <summary>The path as it is tracked: manifests written on Windows do not always keep to its case.</summary>
    public string? Tracked(string? path)
    {
        if (path is null || Has(path))
            return path;
        if (_anyCase is null)
        {
            _anyCase = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var each in _paths)
                _anyCase.TryAdd(each, each);
        }

        return _anyCase.GetValueOrDefault(path);
    }

    public ManifestFile? File(string? path)
    {
        if (path is null || !Has(path))
            return null;
        if (!_files.TryGetValue(path, out var file))
            _files[path] = file = new ManifestFile(path, readText(path));
        return file;
    }

    /// <summary>The file of this name in the folder or the nearest one above it.</summary>
    public string? Nearest(string folder, string name)
    {
        foreach (var each in RepositoryPath.Upward(folder))
        {
            if (Has(each, name))
                return RepositoryPath.Join(each, name);
        }

        return null;
    }
}
