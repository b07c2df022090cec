namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Targets of CMake: each executable and library is a project; the topmost file builds them all.</summary>
internal sealed class CMakeReader : IManifestReader
{
    private const int MaxTargets = 60;

    private readonly Dictionary<string, List<string>?> _projects = new(StringComparer.Ordinal);

    public bool Reads(string name) => name == "CMakeLists.txt";

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        var script = new CMakeScript(file, ProjectAbove(file.Folder, tree));
        var isTop = tree.Nearest(RepositoryPath.FolderOf(file.Folder), "CMakeLists.txt") is null || file.Folder.Length == 0;
        if (isTop)
        {
            stack.Tools.Add("CMake");
            stack.BuildRoots.Add(Root(file, script, tree));
        }

        foreach (var target in script.Targets.Take(MaxTargets))
        {
            var project = new ProjectDraft(Ecosystem.CMake, path, target.Name) { Note = file.Note };
            foreach (var language in script.Languages)
                project.Languages.Add(language);
            foreach (var link in target.Links)
            {
                var parts = link.Split("::");
                project.ReferToName(parts[^1]);
                project.Packages.Add(parts[0], null);
            }

            project.Kind = KindOf(target, project);
            foreach (var source in target.MainSources.Select(source => RepositoryPath.Resolve(file.Folder, source)).OfType<string>())
                project.Start(null, tree.Has(source) ? source : null);
            stack.Projects.Add(project);
        }
    }

    /// <summary>Name and languages of a project hold in the folders below it too.</summary>
    private List<string>? ProjectAbove(string folder, ManifestTree tree)
    {
        foreach (var above in RepositoryPath.Upward(folder).Skip(1))
        {
            var path = RepositoryPath.Join(above, "CMakeLists.txt");
            if (!_projects.TryGetValue(path, out var project))
                _projects[path] = project = tree.File(path) is { } file ? CMakeScript.ProjectOf(file.Text) : null;
            if (project is not null)
                return project;
        }

        return null;
    }

    private static BuildRootDraft Root(ManifestFile file, CMakeScript script, ManifestTree tree)
    {
        var root = new BuildRootDraft(Ecosystem.CMake, "CMake project", file.Path) { Note = file.Note };
        foreach (var language in script.Languages)
            root.Languages.Add(language);
        foreach (var standard in script.Standards)
            root.Runtimes.Add(standard);
        foreach (var package in script.FoundPackages)
            root.Packages.Add(package, null);
        root.Offers(CommandPurpose.Build, "cmake -S . -B build && cmake --build build");
        if (script.HasTests || AnyTests(file.Folder, tree))
            root.Offers(CommandPurpose.Test, "ctest --test-dir build");
        return root;
    }

    private static bool AnyTests(string folder, ManifestTree tree) => tree.Named("CMakeLists.txt")
        .Where(each => RepositoryPath.IsIn(each, folder)).Take(50)
        .Any(each => tree.File(each)!.Text.Contains("add_test", StringComparison.OrdinalIgnoreCase));

    private static ProjectKind KindOf(CMakeTarget target, ProjectDraft project)
    {
        if (!target.IsExecutable)
            return ProjectKind.Library;
        if (project.Packages.Has("Google Benchmark"))
            return ProjectKind.Benchmark;
        var isTest = target.IsTest || project.Packages.HasRole(PackageRole.Test)
            || target.Name.EndsWith("test", StringComparison.OrdinalIgnoreCase) || target.Name.EndsWith("tests", StringComparison.OrdinalIgnoreCase);
        return isTest ? ProjectKind.Test : ProjectKind.Application;
    }
}
