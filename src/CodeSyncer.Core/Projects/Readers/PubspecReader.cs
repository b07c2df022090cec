using CodeSyncer.Core.Projects.Formats;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Packages of Dart and Flutter (https://dart.dev/tools/pub/pubspec).</summary>
internal sealed class PubspecReader : IManifestReader
{
    public bool Reads(string name) => name == "pubspec.yaml";

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        var root = file.Yaml();
        if (root["workspace"].Exists)
            stack.BuildRoots.Add(Workspace(file));
        if (root["workspace"].Exists && root["dependencies"].Members.Count == 0)
            return;
        var project = new ProjectDraft(Ecosystem.Dart, path, root["name"].Text ?? "") { Note = file.Note, Description = root["description"].Text };
        project.Languages.Add("Dart");
        if (VersionText.MajorMinor(root["environment"]["sdk"].Text) is { } version)
            project.Runtimes.Add($"Dart {version}");
        AddDependencies(root["dependencies"], project);
        AddDependencies(root["dev_dependencies"], project);
        AddEntryPoints(root, project, tree);
        stack.Projects.Add(project);
    }

    private static BuildRootDraft Workspace(ManifestFile file)
    {
        var workspace = new BuildRootDraft(Ecosystem.Dart, "Dart workspace", file.Path) { Note = file.Note };
        workspace.Languages.Add("Dart");
        workspace.Offers(CommandPurpose.Install, "dart pub get");
        return workspace;
    }

    private static void AddDependencies(ManifestValue table, ProjectDraft project)
    {
        foreach (var (name, value) in table.Members)
        {
            project.Packages.Add(name, value.Text);
            project.ReferToName(name);
            if (value["path"].Text is { } path)
                project.ReferTo(RepositoryPath.Resolve(project.Folder, path));
        }
    }

    private static void AddEntryPoints(ManifestValue root, ProjectDraft project, ManifestTree tree)
    {
        var isFlutter = root["dependencies"]["flutter"].Exists;
        var tool = isFlutter ? "flutter" : "dart";
        project.Offers(CommandPurpose.Install, $"{tool} pub get");
        if (root["dev_dependencies"]["flutter_test"].Exists || root["dev_dependencies"]["test"].Exists)
            project.Offers(CommandPurpose.Test, $"{tool} test");
        var main = RepositoryPath.Join(project.Folder, "lib/main.dart");
        if (isFlutter && tree.Has(main))
        {
            project.Kind = ProjectKind.Application;
            project.Start(null, main);
            project.Offers(CommandPurpose.Run, "flutter run");
        }

        foreach (var command in root["executables"].Members.Keys)
        {
            project.Kind = ProjectKind.CommandLineTool;
            project.Start(command, null);
        }
    }
}
