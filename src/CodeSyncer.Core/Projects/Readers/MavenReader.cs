using System.Xml.Linq;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Projects of Maven (https://maven.apache.org/pom.html).</summary>
internal sealed class MavenReader : IManifestReader
{
    public bool Reads(string name) => name == "pom.xml";

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        var pom = new MavenPom(file, tree);
        stack.Tools.Add("Maven");
        var maven = Wrapper(file.Folder, tree);
        if (pom.IsAggregator)
        {
            // Modules of modules build with the one above them.
            if (tree.File(tree.Nearest(RepositoryPath.FolderOf(file.Folder), "pom.xml")) is null || file.Folder.Length == 0)
                stack.BuildRoots.Add(Aggregator(file, maven));
            return;
        }

        var project = new ProjectDraft(Ecosystem.Jvm, path, pom.ArtifactId ?? "")
        {
            Alias = $"{pom.GroupId}:{pom.ArtifactId}",
            Note = file.Note,
            Description = pom.Root.Element("description")?.Value,
        };
        project.Languages.Add(pom.Plugins.Contains("kotlin-maven-plugin") ? "Kotlin" : pom.Plugins.Contains("scala-maven-plugin") ? "Scala" : "Java");
        if (pom.JavaVersion is { } version)
            project.Runtimes.Add($"Java {version}");
        AddDependencies(pom, project);
        AddCommands(pom, project, maven);
        stack.Projects.Add(project);
    }

    /// <summary>The wrapper, where the folder or one above it has one.</summary>
    private static string Wrapper(string folder, ManifestTree tree) => tree.Has(folder, "mvnw") ? "./mvnw" : "mvn";

    private static BuildRootDraft Aggregator(ManifestFile file, string maven)
    {
        var root = new BuildRootDraft(Ecosystem.Jvm, "Maven modules", file.Path) { Note = file.Note };
        root.Offers(CommandPurpose.Build, $"{maven} package");
        root.Offers(CommandPurpose.Test, $"{maven} test");
        return root;
    }

    private static void AddDependencies(MavenPom pom, ProjectDraft project)
    {
        foreach (var (group, artifact) in pom.Dependencies)
        {
            project.ReferToName($"{group}:{artifact}");
            project.Packages.Add($"{group}:{artifact}", null);
        }

        if (pom.SpringBootVersion is { } spring)
            project.Packages.Add("org.springframework.boot", spring);
        foreach (var plugin in pom.PluginIds)
            project.Packages.Add(plugin, null);
    }

    private static void AddCommands(MavenPom pom, ProjectDraft project, string maven)
    {
        var isBoot = pom.Plugins.Contains("spring-boot-maven-plugin");
        if (isBoot || pom.Plugins.Contains("quarkus-maven-plugin") || pom.MainClass is not null)
        {
            project.Kind = ProjectKind.Application;
            project.Start(pom.MainClass, null);
        }

        if (pom.Packaging == "war")
            project.Kind = ProjectKind.WebApplication;
        project.Offers(CommandPurpose.Build, $"{maven} package");
        project.Offers(CommandPurpose.Test, $"{maven} test");
        if (isBoot)
            project.Offers(CommandPurpose.Run, $"{maven} spring-boot:run");
        else if (pom.Plugins.Contains("quarkus-maven-plugin"))
            project.Offers(CommandPurpose.Run, $"{maven} quarkus:dev");
    }
}
