namespace CodeSyncer.Core.Context;

/// <summary>Where the work on a branch stands, read from git.</summary>
/// <param name="Branch">Short name; null on a detached HEAD.</param>
/// <param name="Since">What the changes are counted from: a branch, a remote branch, or words; null: nothing to compare with.</param>
/// <param name="Changes">Sorted by path.</param>
public sealed record CurrentWork(string? Branch, string? Since, IReadOnlyList<PathChange> Changes)
{
    /// <summary>The beginning of the document, as Markdown, where it is not about one branch of one repository; null: it is.</summary>
    public string? Heading { get; init; }

    /// <summary>What all of it is called in headings.</summary>
    public string Whole { get; init; } = "the repository";
}
