namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Looks up which references of a project lead to another project of the same repository.</summary>
internal sealed class ProjectLinker
{
    private readonly List<ProjectDraft> _drafts;
    private readonly Dictionary<string, List<int>> _byManifest;
    private readonly Dictionary<(Ecosystem, string), List<int>> _byFolder;
    private readonly Dictionary<(Ecosystem, string), int> _byName = [];

    private ProjectLinker(IEnumerable<ProjectDraft> drafts)
    {
        // One manifest cannot define one name twice: the second is the same project, said again.
        _drafts = [.. drafts.DistinctBy(draft => (draft.Manifest, draft.Name))
            .OrderBy(draft => draft.Folder, StringComparer.Ordinal)
            .ThenBy(draft => draft.Name, StringComparer.Ordinal)
            .ThenBy(draft => draft.Manifest, StringComparer.Ordinal)];
        var numbers = Enumerable.Range(0, _drafts.Count).ToList();
        _byManifest = numbers.GroupBy(i => _drafts[i].Manifest, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        _byFolder = numbers.GroupBy(i => (_drafts[i].Ecosystem, _drafts[i].Folder)).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var i in numbers)
        {
            _byName.TryAdd((_drafts[i].Ecosystem, _drafts[i].Name), i);
            if (_drafts[i].Alias is { } alias)
                _byName.TryAdd((_drafts[i].Ecosystem, alias), i);
        }
    }

    /// <summary>The projects, sorted by folder and name.</summary>
    public static IReadOnlyList<Project> Link(IEnumerable<ProjectDraft> drafts)
    {
        var linker = new ProjectLinker(drafts);
        var references = linker._drafts.Select((draft, i) => linker.Targets(draft, i)).ToList();
        var referencedBy = linker._drafts.Select(_ => new List<ProjectKey>()).ToList();
        for (var i = 0; i < references.Count; i++)
        {
            foreach (var target in references[i])
                referencedBy[target].Add(linker.Key(i));
        }

        return [.. linker._drafts.Select((draft, i) => ToProject(draft, [.. references[i].Select(linker.Key)], referencedBy[i]))];
    }

    private ProjectKey Key(int i) => new(_drafts[i].Manifest, _drafts[i].Name);

    private SortedSet<int> Targets(ProjectDraft draft, int self)
    {
        var targets = new SortedSet<int>();
        foreach (var path in draft.PathReferences)
        {
            if (_byManifest.TryGetValue(path, out var those) || _byFolder.TryGetValue((draft.Ecosystem, path), out those))
                targets.UnionWith(those);
        }

        foreach (var name in draft.NameReferences)
        {
            if (_byName.TryGetValue((draft.Ecosystem, name), out var that))
                targets.Add(that);
        }

        targets.Remove(self);
        return targets;
    }

    private static Project ToProject(ProjectDraft draft, List<ProjectKey> references, List<ProjectKey> referencedBy) => new()
    {
        Name = draft.Name,
        Path = draft.Folder,
        Manifest = draft.Manifest,
        Ecosystem = draft.Ecosystem,
        Kind = draft.Kind,
        Description = draft.Description,
        Languages = [.. draft.Languages],
        Runtimes = [.. draft.Runtimes],
        EntryPoints = [.. draft.EntryPoints.OrderBy(entry => entry.Path ?? "", StringComparer.Ordinal).ThenBy(entry => entry.Name ?? "", StringComparer.Ordinal)],
        Commands = [.. draft.Commands.OrderBy(command => command.Purpose)],
        Packages = draft.Packages.Sorted,
        References = references,
        ReferencedBy = referencedBy,
        Note = draft.Note,
    };
}
