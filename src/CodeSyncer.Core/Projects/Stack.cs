namespace CodeSyncer.Core.Projects;

/// <summary>What a repository is made of. Everything is sorted: the same files give an equal stack.</summary>
public sealed record Stack
{
    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<string> Runtimes { get; init; } = [];

    /// <summary>Package managers and build tools: <c>pnpm</c>, <c>Maven</c>.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    public IReadOnlyList<KnownPackage> Packages { get; init; } = [];

    public IReadOnlyList<BuildRoot> BuildRoots { get; init; } = [];

    public IReadOnlyList<Project> Projects { get; init; } = [];

    public IReadOnlyList<ContainerImage> Images { get; init; } = [];

    public IReadOnlyList<ComposeService> Services { get; init; } = [];

    /// <summary>Folders of examples, templates and fixtures that hold projects of their own, which are not read.</summary>
    public IReadOnlyList<string> ExampleFolders { get; init; } = [];
}
