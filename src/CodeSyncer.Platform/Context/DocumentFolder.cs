using CodeSyncer.Core.Context;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>
/// The documents of one work tree. A file of the user's is never overwritten, a link never followed; what a person has
/// written or edited under one of our names takes that name out of <c>info/exclude</c>, so that git protects it.
/// </summary>
internal sealed class DocumentFolder(GitRepository repository)
{
    private readonly string _folder = Path.Combine(repository.WorkTree!, OwnPaths.Folder);
    private readonly BlockedNames _blocked = new(repository);

    /// <summary>Writes each document that differs; leaves the others untouched, their time stamps too.</summary>
    /// <param name="isKnown">Whether a document, by name and path, is known to be right without making it.</param>
    public List<DocumentResult> Write(TrackedFiles index, DocumentSources sources, Func<string, string, bool> isKnown)
    {
        if (WhyNotHere() is { } reason)
            return [.. OwnPaths.Documents.Select(name => Skip(name, reason))];
        var obstacles = OwnPaths.Documents.ToDictionary(name => name, name => isKnown(name, PathOf(name)) ? null : WhyNot(index, name));
        _blocked.Set([.. obstacles.Where(entry => entry.Value is not null).Select(entry => entry.Key)]);
        return [.. OwnPaths.Documents.Select(name => WriteOne(name, obstacles[name], sources, isKnown))];
    }

    /// <summary>Compares only.</summary>
    public List<DocumentResult> Check(TrackedFiles index, DocumentSources sources)
    {
        var reason = WhyNotHere();
        return [.. OwnPaths.Documents.Select(name => (reason ?? WhyNot(index, name)) is { } why
            ? Skip(name, why)
            : Compare(name, DocumentSeal.Seal(sources.Render(name))))];
    }

    /// <summary>Deletes the documents that are still as we wrote them, and the folder if nothing else is in it.</summary>
    public List<string> RemoveIntact()
    {
        var removed = new List<string>();
        if (IsLink(_folder))
            return removed;
        foreach (var name in OwnPaths.Documents)
        {
            var path = PathOf(name);
            if (!File.Exists(path) || IsLink(path) || StateOf(path) != SealState.Intact)
                continue;
            File.Delete(path);
            removed.Add(path);
        }

        if (Directory.Exists(_folder) && !Directory.EnumerateFileSystemEntries(_folder).Any())
            Directory.Delete(_folder);
        return removed;
    }

    private DocumentResult WriteOne(string name, string? obstacle, DocumentSources sources, Func<string, string, bool> isKnown)
    {
        var path = PathOf(name);
        if (obstacle is not null)
            return Skip(name, obstacle);
        if (_blocked.ElsewhereOf(name) is { } elsewhere)
        {
            File.Delete(path);
            return new DocumentResult(name, path, DocumentState.Removed, 0, $"a file of that name in the work tree '{elsewhere}' is not ours");
        }

        if (isKnown(name, path))
            return new DocumentResult(name, path, DocumentState.Unchanged, (int)new FileInfo(path).Length);
        var content = DocumentSeal.Seal(sources.Render(name));
        var result = Compare(name, content);
        if (result.State == DocumentState.Unchanged)
            return result;
        AtomicFile.Write(path, content);
        return result with { State = DocumentState.Written };
    }

    private DocumentResult Compare(string name, byte[] content)
    {
        var file = new FileInfo(PathOf(name));
        var same = file.Exists && file.Length == content.Length && File.ReadAllBytes(file.FullName).AsSpan().SequenceEqual(content);
        return new DocumentResult(name, file.FullName, same ? DocumentState.Unchanged : DocumentState.Stale, content.Length);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private string? WhyNotHere()
    {
        if (IsLink(_folder))
            return $"'{OwnPaths.Folder}' is a link, and links are not followed; make it a folder";
        if (File.Exists(_folder))
            return $"'{OwnPaths.Folder}' is a file; move it away";
        return SparseCone.Holds(repository, $"{OwnPaths.Folder}/{CurrentDocument.Name}")
            ? null
            : $"'{OwnPaths.Folder}' is outside of the sparse checkout; 'git sparse-checkout add {OwnPaths.Folder}' takes it in";
    }

    private string? WhyNot(TrackedFiles index, string name)
    {
        if (index.Find($"{OwnPaths.Folder}/{name}") >= 0)
            return "it is tracked by git; 'git rm --cached' it to let it be generated";
        var path = PathOf(name);
        if (IsLink(path))
            return "it is a link, and links are not followed; remove it";
        if (Directory.Exists(path))
            return "a folder has its name; move it away";
        if (!File.Exists(path))
            return null;
        return StateOf(path) switch
        {
            SealState.Foreign => "a file that is not ours has its name; move it away",
            SealState.Edited => "it was edited by hand; move your text into comments and delete it",
            _ => null,
        };
    }

    private static SealState StateOf(string path) => DocumentSeal.Check(File.ReadAllBytes(path));

    private static bool IsLink(string path) =>
        new FileInfo(path) is var file && (file.Exists || Directory.Exists(path) || file.LinkTarget is not null)
        && (file.LinkTarget is not null || (file.Attributes & FileAttributes.ReparsePoint) != 0);

    private DocumentResult Skip(string name, string reason) => new(name, PathOf(name), DocumentState.Skipped, 0, reason);
}
