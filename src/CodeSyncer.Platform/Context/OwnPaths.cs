using CodeSyncer.Core.Context;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>Where our own files stand.</summary>
public sealed class OwnPaths(GitRepository repository)
{
    /// <summary>Folder of the documents in a work tree.</summary>
    public const string Folder = ".codesyncer";

    /// <summary>The local documents, in the order in which people read them.</summary>
    public static readonly IReadOnlyList<string> Documents =
        [CurrentDocument.Name, "DECISIONS.md", "OPEN.md", "RULES.md", "ARCHITECTURE.md"];

    public string Cache => Path.Combine(repository.OwnDirectory, "cache");

    public string TagCache => Path.Combine(Cache, "tags.bin");

    /// <summary>Exists where somebody ran <c>init</c>: nothing of ours acts by itself in another repository.</summary>
    public string Enabled => Path.Combine(repository.OwnDirectory, "enabled");

    /// <summary>State of this one work tree.</summary>
    public string WorkTreeState => Path.Combine(repository.OwnDirectory, "state", "trees", repository.WorkTreeName);

    public string Edits => Path.Combine(WorkTreeState, "edits.bin");

    public string Rendered => Path.Combine(WorkTreeState, "rendered");

    /// <summary>Folder of the last answers to where a branch started.</summary>
    public string BranchStart => Path.Combine(WorkTreeState, "branches");

    /// <summary>The git that commits now, where its pre-commit has rendered.</summary>
    public string Committing => Path.Combine(repository.OwnDirectory, "state", "committing");

    /// <summary>Held by the process that waits for the end of a rebase, merge or bisect.</summary>
    public string Waiting => Path.Combine(WorkTreeState, "waiting");

    /// <summary>Held while documents are written, so that two hooks do not mix their versions.</summary>
    public string Lock => Path.Combine(WorkTreeState, "lock");
}
