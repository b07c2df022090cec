namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Modules of Go (https://go.dev/ref/mod#go-mod-file).</summary>
internal sealed class GoModReader : IManifestReader
{
    private const int MaxEntryPoints = 20;

    public bool Reads(string name) => name == "go.mod";

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        var lines = GoLines.Parse(file.Text);
        var module = lines.FirstOrDefault(line => line.Verb == "module").Words?.FirstOrDefault();
        if (module is null)
            file.MarkBroken();
        var project = new ProjectDraft(Ecosystem.Go, path, module ?? "") { Note = file.Note };
        project.Languages.Add("Go");
        foreach (var (verb, words) in lines)
            Take(verb, words, project);
        AddEntryPoints(project, tree);
        project.Offers(CommandPurpose.Build, "go build ./...");
        project.Offers(CommandPurpose.Test, "go test ./...");
        stack.Projects.Add(project);
    }

    private static void Take(string verb, string[] words, ProjectDraft project)
    {
        switch (verb)
        {
            case "go" when words.Length > 0 && VersionText.MajorMinor(words[0]) is { } version:
                project.Runtimes.Add($"Go {version}");
                break;
            case "require" when words.Length > 1:
                project.ReferToName(words[0]);
                // What only other modules need is marked as indirect.
                if (!words.Contains("indirect"))
                    project.Packages.Add(words[0], words[1]);
                break;
            case "replace" when Array.IndexOf(words, "=>") is > 0 and var arrow && arrow + 1 < words.Length && words[arrow + 1].StartsWith('.'):
                project.ReferTo(RepositoryPath.Resolve(project.Folder, words[arrow + 1]));
                break;
        }
    }

    /// <summary>Every <c>main.go</c> whose nearest module is this one.</summary>
    private static void AddEntryPoints(ProjectDraft project, ManifestTree tree)
    {
        foreach (var main in tree.Named("main.go"))
        {
            if (!RepositoryPath.IsIn(main, project.Folder) || tree.Nearest(RepositoryPath.FolderOf(main), "go.mod") != project.Manifest)
                continue;
            project.Kind = project.Packages.Has("Cobra") || project.Packages.Has("urfave/cli") ? ProjectKind.CommandLineTool : ProjectKind.Application;
            if (project.EntryPoints.Count < MaxEntryPoints)
                project.Start(null, main);
        }
    }
}
