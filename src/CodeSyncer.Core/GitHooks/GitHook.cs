namespace CodeSyncer.Core.GitHooks;

/// <summary>The hooks of git that we wire, by git's names (githooks(5)).</summary>
public static class GitHook
{
    public const string PreCommit = "pre-commit";
    public const string PostCommit = "post-commit";

    public static readonly IReadOnlyList<string> All =
        [PreCommit, PostCommit, "post-checkout", "post-merge", "post-rewrite", "post-applypatch"];
}
