using CodeSyncer.Core.Projects.Formats;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Packages of PHP (https://getcomposer.org/doc/04-schema.md).</summary>
internal sealed class ComposerReader : IManifestReader
{
    private static readonly (string Script, CommandPurpose Purpose)[] Scripts =
    [
        ("build", CommandPurpose.Build), ("test", CommandPurpose.Test), ("tests", CommandPurpose.Test), ("dev", CommandPurpose.Run),
        ("start", CommandPurpose.Run), ("serve", CommandPurpose.Run), ("lint", CommandPurpose.Check), ("phpstan", CommandPurpose.Check),
        ("cs-check", CommandPurpose.Check), ("check", CommandPurpose.Check),
    ];

    public bool Reads(string name) => name == "composer.json";

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        var root = file.Json();
        stack.Tools.Add("Composer");
        var project = new ProjectDraft(Ecosystem.Php, path, root["name"].Text ?? "") { Note = file.Note, Description = root["description"].Text };
        project.Languages.Add("PHP");
        if (VersionText.MajorMinor(root["require"]["php"].Text) is { } version)
            project.Runtimes.Add($"PHP {version}");
        foreach (var (name, range) in root["require"].Members.Concat(root["require-dev"].Members))
        {
            project.ReferToName(name);
            project.Packages.Add(name, range.Text);
        }

        project.Kind = KindOf(root, project);
        AddCommands(root, project, tree);
        stack.Projects.Add(project);
    }

    private static ProjectKind KindOf(ManifestValue root, ProjectDraft project)
    {
        if (project.Packages.Has("Laravel") || root["require"]["symfony/framework-bundle"].Exists || project.Packages.Has("Drupal"))
            return root["type"].Text is "library" ? ProjectKind.Library : ProjectKind.WebApplication;
        if (root["bin"].Exists)
            return ProjectKind.CommandLineTool;
        return root["type"].Text == "project" ? ProjectKind.Application : ProjectKind.Library;
    }

    private static void AddCommands(ManifestValue root, ProjectDraft project, ManifestTree tree)
    {
        project.Offers(CommandPurpose.Install, "composer install");
        foreach (var (script, purpose) in Scripts)
        {
            if (root["scripts"][script].Exists)
                project.Defines(purpose, script == "test" ? "composer test" : $"composer run {script}");
        }

        if (!root["scripts"]["test"].Exists && project.Packages.Has("Pest"))
            project.Offers(CommandPurpose.Test, "vendor/bin/pest");
        else if (!root["scripts"]["test"].Exists && project.Packages.Has("PHPUnit"))
            project.Offers(CommandPurpose.Test, "vendor/bin/phpunit");
        foreach (var command in root["bin"].Texts)
            project.Start(RepositoryPath.NameOf(command), null);
        var artisan = RepositoryPath.Join(project.Folder, "artisan");
        if (!tree.Has(artisan))
            return;
        project.Start(null, artisan);
        project.Offers(CommandPurpose.Run, "php artisan serve");
    }
}
