namespace CodeSyncer.Core.Projects;

/// <summary>A file that builds or tests several projects at once: a solution, a workspace, a Makefile.</summary>
public sealed record BuildRoot
{
    /// <summary>What people call such a file: <c>pnpm workspace</c>, <c>.NET solution</c>.</summary>
    public required string Title { get; init; }

    public required Ecosystem Ecosystem { get; init; }

    public required string Manifest { get; init; }

    /// <summary>The folder to run the commands in; empty for the root.</summary>
    public required string Path { get; init; }

    public IReadOnlyList<ProjectCommand> Commands { get; init; } = [];

    /// <summary>What the file itself brings: tools and runtimes for all its projects.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<string> Runtimes { get; init; } = [];

    public IReadOnlyList<KnownPackage> Packages { get; init; } = [];

    public string? Note { get; init; }
}
