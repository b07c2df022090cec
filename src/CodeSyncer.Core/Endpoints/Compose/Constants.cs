using CodeSyncer.Core.Endpoints.Facts;

namespace CodeSyncer.Core.Endpoints.Compose;

/// <summary>
/// What names stand for that have one value wherever the source can mean them: <c>PREFIX</c> of this file or of one that it imports,
/// <c>Config.ApiUrl</c> of a type of the project, <c>settings.api_prefix</c> of an <c>AppSettings</c>. A name alone is no reason: <c>cfg.path</c> is not what some <c>path</c> is elsewhere.
/// </summary>
internal sealed class Constants
{
    private readonly IReadOnlyList<(string Path, FileFacts Facts)> _files;
    private readonly Modules _modules;
    private readonly Func<string, string> _projectOf;
    private readonly ILookup<(string Project, string Owner, string Name), string> _ofProject;
    private readonly ILookup<(string Folder, string Name), string> _ofPackage;

    public Constants(IReadOnlyList<(string Path, FileFacts Facts)> files, Modules modules, Func<string, string> projectOf)
    {
        (_files, _modules, _projectOf) = (files, modules, projectOf);
        var all = files.SelectMany(file => file.Facts.Constants.Select(constant => (file.Path, constant))).ToList();
        _ofProject = all.ToLookup(one => (projectOf(one.Path), SameName.Plain(one.constant.Owner), one.constant.Name), one => one.constant.Value);
        _ofPackage = all.Where(one => one.Path.EndsWith(".go", StringComparison.Ordinal)).ToLookup(one => (Modules.FolderOf(one.Path), one.constant.Name), one => one.constant.Value);
    }

    /// <summary>Null: it has none, or several.</summary>
    public string? Find(int file, string name)
    {
        var dot = name.LastIndexOf('.');
        var (owner, last) = (dot < 0 ? "" : name[..dot], name[(dot + 1)..]);
        owner = owner[(owner.LastIndexOf('.') + 1)..];
        if (owner is "this" or "self" or "cls" or "static" or "Self")
            owner = "";
        var found = Here(file, owner, last) ?? Imported(file, name, owner, last) ?? Elsewhere(file, owner, last);
        // One that is made from itself is not followed.
        return found is [var only] && !only.Contains($"{{={name}}}", StringComparison.Ordinal) && !only.Contains($"{{={last}}}", StringComparison.Ordinal) ? only : null;
    }

    private List<string>? Here(int file, string owner, string name) => Any(In(file, constant => constant.Name == name && (owner.Length > 0 ? SameName.Is(constant.Owner, owner) : IsBare(constant.Owner))));

    private List<string>? Imported(int file, string name, string owner, string last)
    {
        var first = name.Split('.')[0];
        foreach (var import in _files[file].Facts.Imports.Where(import => import.Name == first))
        {
            var wanted = owner.Length > 0 ? last : import.Member.Length > 0 ? import.Member : last;
            var path = _files[file].Path;
            var modules = _modules.Find(path, import.Module).Concat(import.Member.Length > 0 && owner.Length > 0 ? _modules.Find(path, Modules.Below(import.Module, import.Member)) : []);
            if (Any(modules.SelectMany(other => In(other, constant => constant.Name == wanted && (owner.Length == 0 ? IsBare(constant.Owner) : constant.Owner is "" or "exports" or FileFacts.Unnamed || SameName.Is(constant.Owner, owner) || SameName.Is(constant.Owner, import.Member))))) is { } found)
                return found;
        }

        return null;
    }

    private List<string>? Elsewhere(int file, string owner, string name)
    {
        var path = _files[file].Path;
        if (path.EndsWith(".go", StringComparison.Ordinal))
            return owner.Length == 0 ? Any(_ofPackage[(Modules.FolderOf(path), name)]) : null;
        // Where the names of other files are there without an import, those that belong to nothing mean the same everywhere.
        if (owner.Length == 0 && (path.EndsWith(".py", StringComparison.Ordinal) || path.EndsWith("js", StringComparison.Ordinal) || path.EndsWith(".ts", StringComparison.Ordinal) || path.EndsWith("sx", StringComparison.Ordinal) || path.EndsWith(".vue", StringComparison.Ordinal)))
            return null;
        var project = _projectOf(path);
        return Any(_ofProject[(project, SameName.Plain(owner), name)])
            ?? (owner.Length > 3 ? Any(_ofProject.Where(one => one.Key.Project == project && one.Key.Name == name && one.Key.Owner.EndsWith(SameName.Plain(owner), StringComparison.Ordinal)).SelectMany(one => one)) : null);
    }

    /// <summary>What a file or a type holds is meant by its name alone, what some object holds is not.</summary>
    private static bool IsBare(string owner) => owner.Length == 0 || char.IsUpper(owner[0]);

    private IEnumerable<string> In(int file, Func<(string Owner, string Name, string Value), bool> isIt) => _files[file].Facts.Constants.Where(isIt).Select(constant => constant.Value);

    private static List<string>? Any(IEnumerable<string> values) => values.Distinct().Take(2).ToList() is { Count: > 0 } found ? found : null;
}
