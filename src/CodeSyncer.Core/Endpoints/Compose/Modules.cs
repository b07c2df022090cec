using CodeSyncer.Core.Endpoints.Facts;

namespace CodeSyncer.Core.Endpoints.Compose;

/// <summary>Finds the files that the name of a module means, as JavaScript, Python and Go name them.</summary>
internal sealed class Modules
{
    private readonly Dictionary<string, List<int>> _byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _stemsByName = new(StringComparer.Ordinal);

    public Modules(IReadOnlyList<(string Path, FileFacts Facts)> files)
    {
        for (var i = 0; i < files.Count; i++)
        {
            var path = files[i].Path;
            var stem = StemOf(path);
            Add(_byStem, stem, i);
            if (path.EndsWith(".go", StringComparison.Ordinal))
                Add(_byFolder, FolderOf(path), i);
        }

        foreach (var stem in _byStem.Keys.Concat(_byFolder.Keys).Distinct())
        {
            var name = stem[(stem.LastIndexOf('/') + 1)..];
            if (!_stemsByName.TryGetValue(name, out var list))
                _stemsByName[name] = list = [];
            list.Add(stem);
        }
    }

    public static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";

    /// <summary>A module within a module or package.</summary>
    public static string Below(string module, string member) => module.Contains('/') ? $"{module}/{member}" : module.EndsWith('.') ? module + member : $"{module}.{member}";

    /// <param name="from">The file that names it.</param>
    public IReadOnlyList<int> Find(string from, string module)
    {
        var folder = FolderOf(from);
        if (from.EndsWith(".py", StringComparison.Ordinal))
            return Python(folder, module);
        if (module.StartsWith('.'))
            return Stem(Normal($"{folder}/{module}"));
        if (from.EndsWith(".go", StringComparison.Ordinal))
            return Package(module);
        return Suffix(module.TrimStart('@', '~').TrimStart('/'));
    }

    private List<int> Python(string folder, string module)
    {
        if (!module.StartsWith('.'))
            return Suffix(module.Replace('.', '/'));
        var up = module.TakeWhile(c => c == '.').Count();
        for (; up > 1; up--)
            folder = FolderOf(folder);
        return Stem($"{folder}/{module.TrimStart('.').Replace('.', '/')}".Trim('/'));
    }

    private List<int> Package(string module)
    {
        // The folder that shares the most of the path's end: example.com/app/internal/users.
        for (var path = module; ; path = path[(path.IndexOf('/') + 1)..])
        {
            if (_byFolder.TryGetValue(path, out var files))
                return files;
            if (!path.Contains('/'))
                return [];
        }
    }

    private List<int> Stem(string stem) => _byStem.GetValueOrDefault(stem) ?? [];

    private List<int> Suffix(string module)
    {
        var stem = StemOf(module + ".x");
        if (_byStem.TryGetValue(stem, out var exact))
            return exact;
        var name = stem[(stem.LastIndexOf('/') + 1)..];
        var fits = (_stemsByName.GetValueOrDefault(name) ?? []).Where(found => found.EndsWith("/" + stem, StringComparison.Ordinal)).Take(2).ToList();
        return fits.Count == 1 ? Stem(fits[0]) : [];
    }

    /// <summary>The path without its extension; a folder's <c>index</c> or <c>__init__</c> is the folder.</summary>
    private static string StemOf(string path)
    {
        var dot = path.LastIndexOf('.');
        var stem = dot > path.LastIndexOf('/') ? path[..dot] : path;
        foreach (var own in (string[])["/index", "/__init__", "/mod"])
        {
            if (stem.EndsWith(own, StringComparison.Ordinal))
                return stem[..^own.Length];
        }

        return stem;
    }

    private static string Normal(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".." or ""))
                parts.Add(part);
        }

        var joined = string.Join('/', parts);
        foreach (var extension in (string[])[".js", ".ts", ".mjs", ".cjs", ".tsx", ".jsx"])
        {
            if (joined.EndsWith(extension, StringComparison.Ordinal))
                return StemOf(joined);
        }

        return StemOf(joined + ".x");
    }

    private static void Add(Dictionary<string, List<int>> map, string key, int file)
    {
        if (!map.TryGetValue(key, out var list))
            map[key] = list = [];
        list.Add(file);
    }
}
