using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>Where a work tree stands.</summary>
internal static class WorkPlace
{
    private const string Heads = "refs/heads/";

    /// <summary>Short name of the branch that HEAD is on; null: detached.</summary>
    public static string? Branch(HeadReader head) => head.Branch() is { } name ? name.StartsWith(Heads, StringComparison.Ordinal) ? name[Heads.Length..] : name : null;
}
