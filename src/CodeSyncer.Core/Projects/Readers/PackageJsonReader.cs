using CodeSyncer.Core.Projects.Formats;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Packages of Node.js and the workspaces that hold them (https://docs.npmjs.com/cli/configuring-npm/package-json).</summary>
internal sealed class PackageJsonReader : IManifestReader
{
    private static readonly string[] DependencyKinds = ["dependencies", "peerDependencies", "optionalDependencies", "devDependencies"];

    private static readonly string[] Sites =
        ["Angular", "Astro", "Next.js", "Nuxt", "Preact", "Qwik", "React", "Remix", "Solid", "Svelte", "SvelteKit", "VitePress", "Vue"];

    private static readonly string[] Servers = ["Apollo", "Express", "Fastify", "Hono", "Koa", "NestJS"];

    private static readonly string[] Devices = ["Electron", "Expo", "React Native", "VS Code extension"];

    public bool Reads(string name) => name == "package.json";

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        var root = file.Json();
        if (file.Note is null && !root["name"].Exists && !HasDependencies(root) && root["scripts"].Members.Count == 0)
            return;
        var manager = NodeManager.Of(file.Folder, tree);
        stack.Tools.Add(manager);
        var isWorkspace = root["workspaces"].Exists || tree.Has(file.Folder, "pnpm-workspace.yaml") || tree.Has(file.Folder, "lerna.json");
        if (isWorkspace)
            stack.BuildRoots.Add(Workspace(file, tree, manager));
        if (!isWorkspace || (IsPublished(root) && !root["private"].IsTrue))
            stack.Projects.Add(Package(file, tree, manager, isWorkspace));
    }

    private static BuildRootDraft Workspace(ManifestFile file, ManifestTree tree, string manager)
    {
        var root = file.Json();
        var workspace = new BuildRootDraft(Ecosystem.Node, $"{manager} workspace", file.Path) { Note = file.Note };
        workspace.Offers(CommandPurpose.Install, $"{manager} install");
        foreach (var (purpose, script) in NodeScripts.Of(root["scripts"]))
            workspace.Defines(purpose, NodeManager.Run(manager, script));
        // Of frameworks, the root holds only what its packages share for development; they themselves say what they stand on.
        AddPackages(file, tree, workspace.Packages, name => KnownPackages.Find(Ecosystem.Node, name)?.Role is PackageRole.Test or PackageRole.Tool);
        if (NodeVersion(root) is { } version)
            workspace.Runtimes.Add(version);
        return workspace;
    }

    private static ProjectDraft Package(ManifestFile file, ManifestTree tree, string manager, bool isWorkspace)
    {
        var root = file.Json();
        var project = new ProjectDraft(Ecosystem.Node, file.Path, root["name"].Text ?? "") { Note = file.Note, Description = root["description"].Text };
        project.Languages.Add(LanguageOf(file, tree));
        if (NodeVersion(root) is { } version)
            project.Runtimes.Add(version);
        AddPackages(file, tree, project.Packages, _ => true);
        if (root["engines"]["vscode"].Exists)
            project.Packages.AddFramework("VS Code extension");
        AddReferences(file, project);
        AddEntryPoints(root, project);
        project.Kind = KindOf(root, project);
        if (isWorkspace)
            return project;
        project.Offers(CommandPurpose.Install, $"{manager} install");
        foreach (var (purpose, script) in NodeScripts.Of(root["scripts"]))
            project.Defines(purpose, NodeManager.Run(manager, script));
        return project;
    }

    private static void AddPackages(ManifestFile file, ManifestTree tree, PackageSet packages, Func<string, bool> takes)
    {
        var root = file.Json();
        foreach (var kind in DependencyKinds)
        {
            // What a library is developed with is not what its users get.
            var isDevelopment = kind == "devDependencies" && IsPublished(root);
            foreach (var (name, version) in root[kind].Members)
            {
                if (isDevelopment && KnownPackages.Find(Ecosystem.Node, name)?.Role is PackageRole.Framework or PackageRole.Data)
                    continue;
                if (takes(name))
                    packages.Add(name, InCatalog(name, version.Text, file.Folder, tree));
            }
        }
    }

    /// <summary>Versions that packages of a pnpm workspace share: https://pnpm.io/catalogs</summary>
    private static string? InCatalog(string name, string? version, string folder, ManifestTree tree)
    {
        if (version is null || !version.StartsWith("catalog:", StringComparison.Ordinal))
            return version;
        var workspace = tree.File(tree.Nearest(folder, "pnpm-workspace.yaml"))?.Yaml() ?? ManifestValue.None;
        var catalog = version["catalog:".Length..].Trim();
        return (catalog is "" or "default" && workspace["catalog"].Exists ? workspace["catalog"] : workspace["catalogs"][catalog])[name].Text;
    }

    private static void AddReferences(ManifestFile file, ProjectDraft project)
    {
        foreach (var kind in DependencyKinds)
        {
            foreach (var (name, version) in file.Json()[kind].Members)
            {
                project.ReferToName(name);
                var text = version.Text ?? "";
                if (text.StartsWith("file:", StringComparison.Ordinal) || text.StartsWith("link:", StringComparison.Ordinal))
                    project.ReferTo(RepositoryPath.Resolve(file.Folder, text[5..]));
            }
        }
    }

    private static void AddEntryPoints(ManifestValue root, ProjectDraft project)
    {
        if (root["bin"].Text is not null)
            project.Start(project.Name[(project.Name.LastIndexOf('/') + 1)..], null);
        foreach (var command in root["bin"].Members.Keys)
            project.Start(command, null);
        var main = root["source"].Text ?? root["exports"].Text ?? root["main"].Text ?? root["module"].Text;
        if (main is not null && !IsBuilt(main))
            project.Start(main, null);
    }

    /// <summary>Folders that builds write: the file stands in no clone.</summary>
    private static bool IsBuilt(string path) => path.TrimStart('.', '/').Split('/')[0]
        is "dist" or "build" or "out" or "output" or "lib" or "es" or "esm" or "cjs" or "umd" or "target" or ".output";

    private static ProjectKind KindOf(ManifestValue root, ProjectDraft project)
    {
        var scripts = root["scripts"].Members;
        var runs = scripts.ContainsKey("dev") || scripts.ContainsKey("start") || scripts.ContainsKey("serve");
        if (Devices.Any(project.Packages.Has))
            return ProjectKind.Application;
        if (root["bin"].Exists)
            return ProjectKind.CommandLineTool;
        if ((runs && Servers.Any(project.Packages.Has)) || (!IsPublished(root) && Sites.Any(project.Packages.Has)))
            return ProjectKind.WebApplication;
        if (IsPublished(root))
            return ProjectKind.Library;
        if (scripts.ContainsKey("start") || (runs && project.Packages.Has("Vite")))
            return ProjectKind.Application;
        return project.Packages.HasRole(PackageRole.Test) && !project.Packages.HasRole(PackageRole.Framework) ? ProjectKind.Test : ProjectKind.Library;
    }

    /// <summary>Whether other packages can import it or people install it as a command.</summary>
    private static bool IsPublished(ManifestValue root) =>
        root["main"].Exists || root["module"].Exists || root["exports"].Exists || root["bin"].Exists || root["types"].Exists;

    private static bool HasDependencies(ManifestValue root) => DependencyKinds.Any(kind => root[kind].Members.Count > 0);

    private static string LanguageOf(ManifestFile file, ManifestTree tree)
    {
        var root = file.Json();
        var isTyped = tree.Has(file.Folder, "tsconfig.json") || root["types"].Exists || root["typings"].Exists
            || DependencyKinds.Any(kind => root[kind]["typescript"].Exists);
        return isTyped ? "TypeScript" : "JavaScript";
    }

    private static string? NodeVersion(ManifestValue root) =>
        VersionText.MajorMinor(root["engines"]["node"].Text) is { } version ? $"Node.js {version}" : null;
}
