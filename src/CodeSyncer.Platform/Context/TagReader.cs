using System.Globalization;
using System.IO.Enumeration;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>Answers queries for tags.</summary>
public sealed class TagReader(Workspace workspace)
{
    /// <summary>The tags that a query asks for, by path and line.</summary>
    /// <exception cref="CodeSyncerException">A path outside of the repository or that is nowhere, an unknown revision.</exception>
    public IReadOnlyList<Tag> Read(TagQuery query, IProgress<ScanProgress>? progress = null, CancellationToken cancel = default)
    {
        var paths = query.Paths.Select(path => InRepository(path, query)).ToList();
        var snapshot = Snapshot(query, progress, cancel);
        for (var i = 0; i < paths.Count; i++)
        {
            if (!query.MayBeThere(query.Paths[i]) && !Holds(snapshot.Files, paths[i]))
                throw ErrorTexts.PathNotFound(query.Paths[i]);
        }

        var changed = query.Changed
            ? new ContextSync(workspace).CurrentWork(snapshot.Files).Changes.Select(change => change.Path).ToHashSet(StringComparer.Ordinal)
            : null;
        return [.. snapshot.Tagged
            .Where(file => changed?.Contains(file.Path) != false && (paths.Count == 0 || paths.Any(path => IsWithin(file.Path, path, query.LiteralPaths))))
            .SelectMany(file => file.Tags)
            .Where(tag => Says(tag, query))];
    }

    /// <summary>Whether a tag is one that a query asks for, by its place and by what it says; whether its file changed is not looked at.</summary>
    public bool Fits(Tag tag, TagQuery query) =>
        Says(tag, query) && (query.Paths.Count == 0 || query.Paths.Any(path => IsWithin(tag.Path, InRepository(path, query), query.LiteralPaths)));

    private ContextSnapshot Snapshot(TagQuery query, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        var reader = new ContextReader(workspace);
        if ((query.AsOf is null ? query.Rev : CommitAt.Of(workspace.Repository, query.AsOf)) is { } revision)
            return reader.FromRevision(revision, progress, cancel);
        if (query.Staged)
            return reader.Staged();
        _ = workspace.Root;
        return reader.FromWorkTree(progress, cancel);
    }

    private string InRepository(string path, TagQuery query)
    {
        var root = workspace.Repository.WorkTree ?? workspace.Repository.GitDirectory;
        var relative = Path.GetRelativePath(root, Path.GetFullPath(path, query.BaseDirectory ?? root)).Replace('\\', '/');
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? throw ErrorTexts.PathOutside(path, root)
            : relative;
    }

    private static bool IsWithin(string file, string path, bool literal) =>
        path == "." || file == path || file.StartsWith(path + "/", StringComparison.Ordinal)
        || (!literal && path.AsSpan().ContainsAny('*', '?') && FileSystemName.MatchesSimpleExpression(path, file, ignoreCase: false));

    /// <summary>Whether a file, or a folder with something in it, stands there: in a revision, or deleted in the work tree only.</summary>
    private static bool Holds(TrackedFiles files, string path) => Enumerable.Range(0, files.Count).Any(i => IsWithin(files.PathText(i), path, literal: true));

    private static bool Says(Tag tag, TagQuery query) =>
        (query.Kinds.Count == 0 || query.Kinds.Any(kind => FileSystemName.MatchesSimpleExpression(kind, tag.Kind)))
        && (query.Text is null || Holds(tag.Text, query.Text) || Holds(tag.Note, query.Text) || Holds(tag.Id, query.Text))
        && (query.By is null || (tag.By is not null && FileSystemName.MatchesSimpleExpression(query.By, tag.By)))
        && (query.Status is null || (tag.Status is not null && FileSystemName.MatchesSimpleExpression(query.Status, tag.Status)))
        && (query.Since is null || DateOf(tag) >= query.Since)
        && (query.Before is null || DateOf(tag) < query.Before);

    private static bool Holds(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>A tag without a (valid) date is neither since nor before any day.</summary>
    private static DateOnly? DateOf(Tag tag) =>
        DateOnly.TryParseExact(tag.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
