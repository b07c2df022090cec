namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Projects of Gradle. A build script is a program; what is read is what nearly all of them write the same way.</summary>
internal sealed class GradleReader : IManifestReader
{
    public bool Reads(string name) => name is "build.gradle" or "build.gradle.kts";

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        var script = new GradleScript(file.Text, GradleCatalog.Of(file.Folder, tree));
        stack.Tools.Add("Gradle");
        var settings = SettingsOf(file.Folder, tree);
        // The root's script often only configures its subprojects.
        if (settings?.Folder == file.Folder && GradleSettingsReader.Includes(settings.Text).Count > 0 && !script.MakesSomething)
            return;
        var project = new ProjectDraft(Ecosystem.Jvm, path, NameOf(file, settings)) { Note = file.Note };
        foreach (var language in script.Languages)
            project.Languages.Add(language);
        if (script.JavaVersion is { } version)
            project.Runtimes.Add($"Java {version}");
        foreach (var plugin in script.Plugins)
            project.Packages.Add(plugin.Id, plugin.Version);
        foreach (var dependency in script.Dependencies)
            project.Packages.Add(dependency, null);
        foreach (var folder in script.Projects)
            project.ReferTo(RepositoryPath.Resolve(settings?.Folder ?? "", folder));
        AddCommands(file, script, project, tree, settings);
        stack.Projects.Add(project);
    }

    private static ManifestFile? SettingsOf(string folder, ManifestTree tree) =>
        tree.File(tree.Nearest(folder, "settings.gradle.kts") ?? tree.Nearest(folder, "settings.gradle"));

    private static string NameOf(ManifestFile file, ManifestFile? settings)
    {
        if (settings is null || settings.Folder != file.Folder)
            return "";
        return GradleSettingsReader.RootName(settings.Text) ?? "";
    }

    private static void AddCommands(ManifestFile file, GradleScript script, ProjectDraft project, ManifestTree tree, ManifestFile? settings)
    {
        var isAndroid = script.Plugins.Any(plugin => plugin.Id == "com.android.application");
        var isBoot = script.Plugins.Any(plugin => plugin.Id == "org.springframework.boot");
        if (isAndroid || isBoot || script.MainClass is not null || script.Plugins.Any(plugin => plugin.Id == "application"))
        {
            project.Kind = ProjectKind.Application;
            project.Start(script.MainClass, null);
        }

        var isSub = settings is not null && settings.Folder != file.Folder;
        if (isSub)
        {
            // Gradle finds its root from any folder below it, but the wrapper stands there only.
            var up = string.Concat(Enumerable.Repeat("../", Depth(file.Folder) - Depth(settings!.Folder)));
            Offer(project, tree.Has(settings.Folder, "gradlew") ? $"{up}gradlew" : "gradle", isBoot);
            return;
        }

        Offer(project, tree.Has(file.Folder, "gradlew") ? "./gradlew" : "gradle", isBoot);
    }

    private static void Offer(ProjectDraft project, string gradle, bool isBoot)
    {
        project.Offers(CommandPurpose.Build, $"{gradle} build");
        project.Offers(CommandPurpose.Test, $"{gradle} test");
        if (isBoot)
            project.Offers(CommandPurpose.Run, $"{gradle} bootRun");
        else if (project.EntryPoints.Count > 0 && !project.Packages.Has("Android"))
            project.Offers(CommandPurpose.Run, $"{gradle} run");
    }

    private static int Depth(string folder) => folder.Length == 0 ? 0 : folder.Count(letter => letter == '/') + 1;
}
