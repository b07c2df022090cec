namespace CodeSyncer.Core.GitHooks;

/// <summary>The hooks of git that we wire, by git's names (githooks(5)).</summary>
public static class GitHook
{
    public const string PreCommit = "pre-commit";
    public const string PostCommit = "post-commit";
    public const string PostCheckout = "post-checkout";

    public static readonly IReadOnlyList<string> All =
        [PreCommit, PostCommit, PostCheckout, "post-merge", "post-rewrite", "post-applypatch"];
}
