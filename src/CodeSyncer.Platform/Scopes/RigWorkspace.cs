namespace CodeSyncer.Platform.Scopes;

/// <summary>One repository of a question.</summary>
/// <param name="Rig">Its name in the town; empty: it is asked on its own.</param>
public sealed record RigWorkspace(string Rig, Workspace Workspace);
