namespace CodeSyncer.Core.Projects.Readers;

/// <summary>A project while its manifest is read; its references are names and paths that are not looked up yet.</summary>
internal sealed class ProjectDraft(Ecosystem ecosystem, string manifest, string name)
{
    /// <summary>A manifest with more of anything than this is a hostile one.</summary>
    private const int MaxList = 500;

    public Ecosystem Ecosystem => ecosystem;

    public string Manifest => manifest;

    public string Folder { get; } = RepositoryPath.FolderOf(manifest);

    public string Name { get; } = Named(name, manifest);

    /// <summary>What other manifests of the ecosystem call it.</summary>
    public string? Alias { get; init; }

    public ProjectKind Kind { get; set; } = ProjectKind.Library;

    public string? Description { get; set; }

    public string? Note { get; set; }

    public SortedSet<string> Languages { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Runtimes { get; } = new(StringComparer.Ordinal);

    public List<EntryPoint> EntryPoints { get; } = [];

    public List<ProjectCommand> Commands { get; } = [];

    public PackageSet Packages { get; } = new(ecosystem);

    /// <summary>Paths of manifests or of folders that hold one.</summary>
    public HashSet<string> PathReferences { get; } = new(StringComparer.Ordinal);

    /// <summary>Names in the ecosystem; most are of packages from elsewhere.</summary>
    public HashSet<string> NameReferences { get; } = new(StringComparer.Ordinal);

    public void Start(string? startName, string? path)
    {
        var entry = new EntryPoint(startName, path);
        if (EntryPoints.Count < MaxList && !EntryPoints.Contains(entry))
            EntryPoints.Add(entry);
    }

    /// <summary>A command that the manifest defines.</summary>
    public void Defines(CommandPurpose purpose, string text) => Add(new ProjectCommand(purpose, text, true));

    /// <summary>A command that the ecosystem's tool offers for every such project.</summary>
    public void Offers(CommandPurpose purpose, string text) => Add(new ProjectCommand(purpose, text, false));

    public void ReferTo(string? path)
    {
        if (path is not null && PathReferences.Count < MaxList)
            PathReferences.Add(path);
    }

    public void ReferToName(string name)
    {
        if (NameReferences.Count < MaxList)
            NameReferences.Add(name);
    }

    private void Add(ProjectCommand command)
    {
        if (Commands.Count < MaxList && !Commands.Contains(command))
            Commands.Add(command);
    }

    /// <summary>A manifest without a name is called after its folder.</summary>
    private static string Named(string name, string manifest)
    {
        if (!string.IsNullOrWhiteSpace(name))
            return name.Trim();
        var folder = RepositoryPath.FolderOf(manifest);
        return folder.Length == 0 ? Project.RootName : RepositoryPath.NameOf(folder);
    }
}
