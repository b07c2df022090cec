using CodeSyncer.Core.Context;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Context;

/// <summary>
/// Documents for whoever wants them on the host: without CURRENT.md, links relative to the folder. They show what is
/// tracked and nothing of one person's work tree, so that everybody renders the same bytes.
/// </summary>
internal sealed class PublishedFolder(Workspace workspace, string folder)
{
    private readonly string _folder = Path.GetFullPath(folder);

    public SyncResult Write(ContextSnapshot snapshot, bool check)
    {
        if (File.Exists(_folder))
            throw ErrorTexts.TargetIsAFile(_folder);
        var sources = new DocumentSources(snapshot, null, linkPrefix: LinkPrefix());
        var results = OwnPaths.Documents.Where(name => name != CurrentDocument.Name)
            .Select(name => WriteOne(name, DocumentSeal.Publish(sources.Render(name)), check))
            .ToList();
        return new SyncResult(results, snapshot.Tags.Count, snapshot.Tagged.Count);
    }

    private DocumentResult WriteOne(string name, byte[] content, bool check)
    {
        var path = Path.Combine(_folder, name);
        var old = new FileInfo(path);
        if (old.LinkTarget is not null)
            return new DocumentResult(name, path, DocumentState.Skipped, content.Length, "it is a link, and links are not followed; remove it");
        var present = old.Exists ? File.ReadAllBytes(path) : null;
        if (present is not null && present.AsSpan().SequenceEqual(content))
            return new DocumentResult(name, path, DocumentState.Unchanged, content.Length);
        if (check)
            return new DocumentResult(name, path, DocumentState.Stale, content.Length);
        if (present is not null && DocumentSeal.Check(present) == SealState.Foreign)
            return new DocumentResult(name, path, DocumentState.Skipped, content.Length, "a file that is not ours has its name; move it away or publish to another folder");
        AtomicFile.Write(path, content);
        return new DocumentResult(name, path, DocumentState.Written, content.Length);
    }

    /// <summary>From the folder to the root of the work tree; outside of it links lead from the root.</summary>
    private string LinkPrefix()
    {
        if (workspace.Repository.WorkTree is not { } root)
            return "";
        var relative = Path.GetRelativePath(root, _folder);
        if (relative == "." || relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative))
            return "";
        return string.Concat(Enumerable.Repeat("../", relative.Split(Path.DirectorySeparatorChar).Length));
    }
}
