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
        if (settings is null)
            return "";
        // Gradle's own path tells one "api" from the other.
        return settings.Folder == file.Folder
            ? GradleSettingsReader.RootName(settings.Text) ?? ""
            : file.Folder[settings.Folder.Length..].TrimStart('/').Replace('/', ':');
    }

    private static void AddCommands(ManifestFile file, GradleScript script, ProjectDraft project, ManifestTree tree, ManifestFile? settings)
    {
        // Builds of many modules wrap the plugin of Android in one of their own, named after it.
        var isAndroid = script.Plugins.Any(plugin => plugin.Id.EndsWith("android.application", StringComparison.Ordinal));
        var isBoot = script.Plugins.Any(plugin => plugin.Id == "org.springframework.boot");
        if (isAndroid || isBoot || script.MainClass is not null || script.Plugins.Any(plugin => plugin.Id == "application"))
        {
            project.Kind = ProjectKind.Application;
            project.Start(script.MainClass, null);
        }

        // The wrapper stands at the root only, and what runs there builds all.
        if (settings is null || settings.Folder == file.Folder)
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
}
