using CodeSyncer.Core.Projects.Readers;

namespace CodeSyncer.Core.Projects;

/// <summary>Reads the stack of a repository from its manifests. Nothing is run, and nothing outside the given paths is read.</summary>
public static class ProjectScanner
{
    /// <summary>
    /// Whether a file is a manifest, or one of the few whose mere presence tells something. Looks at the name only and
    /// allocates nothing: git hooks ask this for every path of the index.
    /// </summary>
    /// <param name="path">UTF-8, relative to the root, with <c>/</c>.</param>
    public static bool IsRelevant(ReadOnlySpan<byte> path) => ManifestNames.IsKnown(path);

    /// <summary>Whether the content of a relevant file matters; of the others only the path does.</summary>
    public static bool IsRead(ReadOnlySpan<byte> path) => !ManifestNames.IsPresenceOnly(path);

    /// <summary>The stack. The order of the paths does not matter, nor do paths that are not relevant.</summary>
    /// <param name="readText">The text of one of the paths; null when it cannot be read. Called at most once for each.</param>
    public static Stack Scan(IReadOnlyList<string> paths, Func<string, string?> readText)
    {
        var folders = new ExampleFolders(paths);
        var tree = new ManifestTree(folders.Own, readText);
        var stack = new StackDraft();
        foreach (var reader in NewReaders())
        {
            foreach (var path in tree.Paths)
            {
                if (reader.Reads(RepositoryPath.NameOf(path)))
                    reader.Read(path, tree, stack);
            }
        }

        return stack.ToStack(folders.Examples);
    }

    /// <summary>New for every scan, so that a reader may remember. Projects come before what builds several of them.</summary>
    private static IManifestReader[] NewReaders() =>
    [
        new DotNetProjectReader(), new PackageJsonReader(), new PythonReader(), new GoModReader(), new CargoReader(), new MavenReader(),
        new GradleReader(), new ComposerReader(), new RubyReader(), new PubspecReader(), new PowerShellModuleReader(), new CMakeReader(),
        new SolutionReader(), new GlobalJsonReader(), new NodeToolReader(), new GoWorkReader(), new GradleSettingsReader(),
        new DockerfileReader(), new ComposeReader(), new MakefileReader(),
    ];
}
