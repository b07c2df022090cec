namespace CodeSyncer.Core.Projects.Readers;

/// <summary>What the readers found, before it is sorted and linked.</summary>
internal sealed class StackDraft
{
    public List<ProjectDraft> Projects { get; } = [];

    public List<BuildRootDraft> BuildRoots { get; } = [];

    public List<ContainerImage> Images { get; } = [];

    public List<ComposeService> Services { get; } = [];

    public SortedSet<string> Tools { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Runtimes { get; } = new(StringComparer.Ordinal);

    public Stack ToStack(IReadOnlyList<string> exampleFolders)
    {
        var projects = ProjectLinker.Link(Projects);
        var roots = BuildRoots.Select(ToBuildRoot)
            .OrderBy(root => root.Manifest, StringComparer.Ordinal).ThenBy(root => root.Title, StringComparer.Ordinal).ToList();
        return new Stack
        {
            Languages = Sorted(projects.SelectMany(project => project.Languages).Concat(roots.SelectMany(root => root.Languages))),
            Runtimes = Sorted(projects.SelectMany(project => project.Runtimes).Concat(roots.SelectMany(root => root.Runtimes)).Concat(Runtimes)),
            Tools = [.. Tools],
            Packages = [.. projects.SelectMany(project => project.Packages).Concat(roots.SelectMany(root => root.Packages))
                .Distinct().OrderBy(package => package.Name, StringComparer.Ordinal).ThenBy(package => package.Version, StringComparer.Ordinal).ThenBy(package => package.Role)],
            BuildRoots = roots,
            Projects = projects,
            Images = [.. Images.OrderBy(image => image.Manifest, StringComparer.Ordinal)],
            Services = [.. Services.OrderBy(service => service.Manifest, StringComparer.Ordinal).ThenBy(service => service.Name, StringComparer.Ordinal)],
            ExampleFolders = exampleFolders,
        };
    }

    private static BuildRoot ToBuildRoot(BuildRootDraft draft) => new()
    {
        Title = draft.Title,
        Ecosystem = draft.Ecosystem,
        Manifest = draft.Manifest,
        Path = draft.Folder,
        Commands = [.. draft.Commands.OrderBy(command => command.Purpose)],
        Languages = [.. draft.Languages],
        Runtimes = [.. draft.Runtimes],
        Packages = draft.Packages.Sorted,
        Note = draft.Note,
    };

    private static List<string> Sorted(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)];
}
