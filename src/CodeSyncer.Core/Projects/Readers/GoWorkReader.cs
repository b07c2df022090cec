namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Workspaces of Go (https://go.dev/ref/mod#workspaces).</summary>
internal sealed class GoWorkReader : IManifestReader
{
    public bool Reads(string name) => name == "go.work";

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        var workspace = new BuildRootDraft(Ecosystem.Go, "Go workspace", path) { Note = file.Note };
        var folders = GoLines.Parse(file.Text).Where(line => line.Verb == "use")
            .SelectMany(line => line.Words).Select(folder => RepositoryPath.Resolve(file.Folder, folder))
            .OfType<string>().Where(folder => tree.Has(folder, "go.mod") && RepositoryPath.IsIn(folder, file.Folder))
            .Distinct(StringComparer.Ordinal).OrderBy(folder => folder, StringComparer.Ordinal).Take(20)
            .Select(folder => Pattern(folder, file.Folder)).ToList();
        if (folders.Count > 0)
        {
            var patterns = string.Join(' ', folders);
            workspace.Offers(CommandPurpose.Build, $"go build {patterns}");
            workspace.Offers(CommandPurpose.Test, $"go test {patterns}");
        }

        stack.BuildRoots.Add(workspace);
    }

    private static string Pattern(string folder, string root)
    {
        var inside = root.Length == 0 ? folder : folder[root.Length..].TrimStart('/');
        return inside.Length == 0 ? "./..." : CommandText.Argument($"./{inside}/...");
    }
}
