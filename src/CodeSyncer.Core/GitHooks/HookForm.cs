namespace CodeSyncer.Core.GitHooks;

/// <summary>How we stand in one hook.</summary>
public enum HookForm
{
    /// <summary>There was none: the file is ours.</summary>
    Fresh,

    /// <summary>A shell script: our section stands in it, and the script runs first.</summary>
    Section,

    /// <summary>Something else (another language, a binary, a symbolic link): kept beside ours under another name, and run first.</summary>
    Kept,

    /// <summary>A file that git did not run, because it is not executable: kept beside ours, and not run.</summary>
    Aside,
}
