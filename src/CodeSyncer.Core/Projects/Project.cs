namespace CodeSyncer.Core.Projects;

/// <summary>One thing that is built, as its manifest describes it. Paths are relative to the repository's root, with <c>/</c>.</summary>
public sealed record Project
{
    /// <summary>The name of a project at the root whose manifest does not say one.</summary>
    public const string RootName = "(root)";

    public required string Name { get; init; }

    /// <summary>The folder; empty for the root.</summary>
    public required string Path { get; init; }

    public required string Manifest { get; init; }

    public required Ecosystem Ecosystem { get; init; }

    public required ProjectKind Kind { get; init; }

    /// <summary>One sentence from the manifest, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Sorted, as people write them: <c>C#</c>, <c>TypeScript</c>.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>What it runs on, with versions to major.minor: <c>.NET 10.0</c>, <c>Node.js &gt;=20</c>.</summary>
    public IReadOnlyList<string> Runtimes { get; init; } = [];

    public IReadOnlyList<EntryPoint> EntryPoints { get; init; } = [];

    public IReadOnlyList<ProjectCommand> Commands { get; init; } = [];

    /// <summary>Well-known frameworks and tools, sorted by name.</summary>
    public IReadOnlyList<KnownPackage> Packages { get; init; } = [];

    /// <summary>Projects of this repository that it depends on, in the order of <see cref="Stack.Projects"/>.</summary>
    public IReadOnlyList<ProjectKey> References { get; init; } = [];

    /// <summary>Projects of this repository that depend on it.</summary>
    public IReadOnlyList<ProjectKey> ReferencedBy { get; init; } = [];

    /// <summary>What could not be read, or null.</summary>
    public string? Note { get; init; }

    public ProjectKey Key => new(Manifest, Name);
}
