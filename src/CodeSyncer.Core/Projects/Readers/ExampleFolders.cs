namespace CodeSyncer.Core.Projects.Readers;

/// <summary>
/// Tells the projects of a repository from its examples, templates and test fixtures, of which there can be hundreds: only
/// their folders are named. Code of other people that is kept in the repository is left out altogether.
/// </summary>
internal sealed class ExampleFolders
{
    private static readonly HashSet<string> Vendored = new(StringComparer.Ordinal)
    {
        "node_modules", "vendor", "third_party", "third-party", "thirdparty", "bower_components", "site-packages", ".venv", "Pods", ".yarn",
    };

    private static readonly HashSet<string> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        "example", "examples", "sample", "samples", "demo", "demos", "playground", "playgrounds", "template", "templates",
        "fixture", "fixtures", "__fixtures__", "__tests__", "__mocks__", "testdata", "test-data", "test_data", "testcases", "snapshots",
        "testfiles", "testmodules", "testassets", "testprojects", "testpackages", "testapps", "testresources", "test-fixtures", "test-projects",
    };

    private static readonly HashSet<string> Tests = new(StringComparer.OrdinalIgnoreCase) { "test", "tests", "spec", "specs", "e2e" };

    /// <summary>Tests of these ecosystems are projects of their own, however deep they lie.</summary>
    private static readonly string[] TestProjects = [".csproj", ".fsproj", ".vbproj", ".sln", ".slnx", ".props", ".cs", ".fs", ".vb", "CMakeLists.txt"];

    public ExampleFolders(IEnumerable<string> paths)
    {
        var own = new List<string>();
        var inExamples = new List<string>();
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (IsVendored(path))
                continue;
            if (FolderOf(path) is { } folder)
            {
                inExamples.Add(path);
                folders.Add(folder);
            }
            else
            {
                own.Add(path);
            }
        }

        // A repository of nothing but examples is about them.
        var onlyExamples = own.All(path => !path.Contains('/'));
        Own = onlyExamples ? [.. own, .. inExamples] : own;
        Examples = onlyExamples ? [] : [.. folders];
    }

    /// <summary>Paths that are read.</summary>
    public IReadOnlyList<string> Own { get; }

    /// <summary>Folders that are only named; sorted.</summary>
    public IReadOnlyList<string> Examples { get; }

    private static bool IsVendored(string path) => path.Split('/')[..^1].Any(Vendored.Contains);

    /// <summary>The outermost folder of examples that a path lies in, or null.</summary>
    private static string? FolderOf(string path)
    {
        var start = 0;
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', start))
        {
            var name = path[start..slash];
            if (Named.Contains(name) || name.StartsWith("template-", StringComparison.OrdinalIgnoreCase) || IsTestResource(path, start, slash))
                return path[..slash];
            start = slash + 1;
        }

        return null;
    }

    /// <summary>
    /// What lies deeper than one folder below the tests is mostly what they work on: <c>tests/packages/a/package.json</c>.
    /// In a source set of the JVM no project can lie at all: <c>src/test/resources/a/pom.xml</c>.
    /// </summary>
    private static bool IsTestResource(string path, int start, int slash)
    {
        var above = path[..Math.Max(0, start - 1)];
        var last = RepositoryPath.NameOf(above);
        if (last is "test" or "it" && RepositoryPath.NameOf(RepositoryPath.FolderOf(above)) == "src")
            return true;
        var isDeep = path.IndexOf('/', slash + 1) is > 0 and var next && path.IndexOf('/', next) > 0;
        return isDeep && Tests.Contains(last) && !TestProjects.Any(ending => path.EndsWith(ending, StringComparison.Ordinal));
    }
}
