using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>The last change of an uninstallation: what nobody needs once all else is put back, so there is no way back from it.</summary>
/// <param name="folders">Folders that go where nothing else is in them.</param>
internal sealed class DeleteLeftovers(GitRepository repository, bool purge, IReadOnlyList<string> folders) : Change(repository.OwnDirectory)
{
    private const int MostAttempts = 50;

    private static readonly string[] Ours = ["enabled", "state", "cache", "hooks"];

    public bool HasAny => Directory.Exists(Path);

    public override void Apply()
    {
        foreach (var name in Ours)
            Delete(System.IO.Path.Combine(Path, name));
        if (purge)
            Delete(Path);
        DeleteIfEmpty(Path);
        foreach (var folder in folders.OrderByDescending(path => path.Length))
            DeleteIfEmpty(folder);
    }

    public override void Undo()
    {
    }

    /// <summary>A hook or a watch that still runs may write there while it is deleted: then once more.</summary>
    private static void Delete(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (Directory.Exists(path))
                    Directory.Delete(path, recursive: true);
                else
                    File.Delete(path);
                return;
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                Thread.Sleep(20);
            }
        }
    }

    private static void DeleteIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }
}
