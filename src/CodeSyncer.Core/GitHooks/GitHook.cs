namespace CodeSyncer.Core.GitHooks;

/// <summary>The hooks of git that we wire, by git's names (githooks(5)).</summary>
public static class GitHook
{
    public const string PreCommit = "pre-commit";

    public static readonly IReadOnlyList<string> All =
        [PreCommit, "post-commit", "post-checkout", "post-merge", "post-rewrite", "post-applypatch"];
}
