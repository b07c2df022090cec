using CodeSyncer.Core.Projects.Formats;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Packages and workspaces of Cargo (https://doc.rust-lang.org/cargo/reference/manifest.html).</summary>
internal sealed class CargoReader : IManifestReader
{
    private static readonly string[] DependencyKinds = ["dependencies", "build-dependencies", "dev-dependencies"];

    public bool Reads(string name) => name == "Cargo.toml";

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        var root = file.Toml();
        var isWorkspace = root["workspace"].Exists;
        stack.Tools.Add("Cargo");
        // An empty table only says that the package belongs to no workspace above it.
        if (isWorkspace && (root["workspace"].Members.Count > 0 || !root["package"].Exists))
            stack.BuildRoots.Add(Workspace(file));
        if (root["package"].Exists || !isWorkspace)
            stack.Projects.Add(Package(file, tree));
    }

    private static BuildRootDraft Workspace(ManifestFile file)
    {
        var workspace = new BuildRootDraft(Ecosystem.Rust, "Cargo workspace", file.Path) { Note = file.Note };
        workspace.Languages.Add("Rust");
        if (VersionText.MajorMinor(file.Toml()["workspace"]["package"]["rust-version"].Text) is { } version)
            workspace.Runtimes.Add($"Rust {version}");
        workspace.Offers(CommandPurpose.Build, "cargo build --workspace");
        workspace.Offers(CommandPurpose.Test, "cargo test --workspace");
        return workspace;
    }

    private static ProjectDraft Package(ManifestFile file, ManifestTree tree)
    {
        var root = file.Toml();
        var shared = WorkspaceOf(file, tree);
        var inherited = shared?.Toml()["workspace"] ?? ManifestValue.None;
        var package = root["package"];
        var project = new ProjectDraft(Ecosystem.Rust, file.Path, package["name"].Text ?? "")
        {
            Note = file.Note,
            Description = Inherit(package, "description", inherited),
        };
        project.Languages.Add("Rust");
        if (VersionText.MajorMinor(Inherit(package, "rust-version", inherited)) is { } version)
            project.Runtimes.Add($"Rust {version}");
        foreach (var table in DependencyKinds.Select(kind => root[kind])
            .Concat(root["target"].Members.Values.SelectMany(target => DependencyKinds.Select(kind => target[kind]))))
            AddDependencies(table, inherited["dependencies"], shared?.Folder ?? "", project);
        AddEntryPoints(root, project, tree);
        project.Offers(CommandPurpose.Build, "cargo build");
        project.Offers(CommandPurpose.Test, "cargo test");
        return project;
    }

    /// <summary>The root of the workspace that a package belongs to, itself perhaps.</summary>
    private static ManifestFile? WorkspaceOf(ManifestFile file, ManifestTree tree)
    {
        foreach (var folder in RepositoryPath.Upward(file.Folder))
        {
            if (tree.File(RepositoryPath.Join(folder, "Cargo.toml")) is { } above && above.Toml()["workspace"].Exists)
                return above;
        }

        return null;
    }

    private static string? Inherit(ManifestValue package, string field, ManifestValue workspace) =>
        package[field].Text ?? (package[field]["workspace"].IsTrue ? workspace["package"][field].Text : null);

    private static void AddDependencies(ManifestValue table, ManifestValue shared, string sharedFolder, ProjectDraft project)
    {
        foreach (var (name, value) in table.Members)
        {
            var isShared = value["workspace"].IsTrue;
            var said = isShared ? shared[name] : value;
            project.Packages.Add(said["package"].Text ?? name, said.Text ?? said["version"].Text);
            if (said["path"].Text is { } path)
                project.ReferTo(RepositoryPath.Resolve(isShared ? sharedFolder : project.Folder, path));
        }
    }

    private static void AddEntryPoints(ManifestValue root, ProjectDraft project, ManifestTree tree)
    {
        foreach (var binary in root["bin"].Items.Where(binary => binary["name"].Text is not null))
        {
            var path = RepositoryPath.Resolve(project.Folder, binary["path"].Text ?? $"src/bin/{binary["name"].Text}/main.rs");
            project.Start(binary["name"].Text, path is not null && tree.Has(path) ? path : null);
        }

        var main = RepositoryPath.Join(project.Folder, "src/main.rs");
        if (tree.Has(main) && project.EntryPoints.All(entry => entry.Path != main))
            project.Start(null, main);
        var lib = RepositoryPath.Join(project.Folder, root["lib"]["path"].Text ?? "src/lib.rs");
        if (project.EntryPoints.Count > 0)
        {
            project.Kind = project.Packages.Has("clap") ? ProjectKind.CommandLineTool : ProjectKind.Application;
            project.Offers(CommandPurpose.Run, "cargo run");
        }
        else if (tree.Has(lib))
        {
            project.Start(null, lib);
        }
    }
}
