namespace CodeSyncer.Platform.Context;

/// <summary>Which tags to show; what is not set does not narrow.</summary>
public sealed record TagQuery
{
    /// <summary>Paths of files or folders, absolute or relative to <see cref="BaseDirectory"/>, <c>*</c> and <c>?</c> as wildcards.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Whether <see cref="Paths"/> are taken as they stand, without wildcards.</summary>
    public bool LiteralPaths { get; init; }

    /// <summary>What relative paths start from; null: the root of the work tree.</summary>
    public string? BaseDirectory { get; init; }

    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Part of the text, the note or the id, in any case.</summary>
    public string? Text { get; init; }

    /// <summary>Dated on that day or later.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Dated before that day.</summary>
    public DateOnly? Before { get; init; }

    public string? By { get; init; }

    public string? Status { get; init; }

    /// <summary>Read this commit or tree in place of the work tree.</summary>
    public string? Rev { get; init; }

    /// <summary>Read the last commit up to the end of that day, or this commit; in each repository its own.</summary>
    public string? AsOf { get; init; }

    /// <summary>Read the index in place of the work tree.</summary>
    public bool Staged { get; init; }

    /// <summary>Only in files that this branch changed.</summary>
    public bool Changed { get; init; }

    /// <summary>Whether a path of the query is in the file system, or cannot be told to be missing: it holds wildcards.</summary>
    internal bool MayBeThere(string path) => (!LiteralPaths && path.AsSpan().ContainsAny('*', '?')) || Path.Exists(BaseDirectory is null ? path : Path.GetFullPath(path, BaseDirectory));
}
