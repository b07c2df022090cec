using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>The last change of an uninstallation: what nobody needs once all else is put back, so there is no way back from it.</summary>
internal sealed class DeleteLeftovers(GitRepository repository, bool purge, IReadOnlyList<string> created) : Change(repository.OwnDirectory)
{
    private static readonly string[] Ours = ["enabled", "state", "cache", "hooks"];

    public bool HasAny => Directory.Exists(Path);

    public override void Apply()
    {
        foreach (var name in Ours)
            Delete(System.IO.Path.Combine(Path, name));
        if (purge)
            Delete(Path);
        DeleteIfEmpty(Path);
        foreach (var folder in created.OrderByDescending(path => path.Length))
            DeleteIfEmpty(folder);
        if (repository.WorkTree is { } root)
            DeleteIfEmpty(System.IO.Path.Combine(root, ".codesyncer"));
    }

    public override void Undo()
    {
    }

    private static void Delete(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        else
            File.Delete(path);
    }

    private static void DeleteIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }
}
