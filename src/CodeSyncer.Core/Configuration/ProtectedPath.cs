namespace CodeSyncer.Core.Configuration;

/// <summary>Files that no agent may edit.</summary>
/// <param name="Glob">As in .gitignore, relative to the root; <c>!</c> at its start takes back what an earlier one protects.</param>
/// <param name="Reason">Why, for the agent and its person; null where the configuration gives none. It is text that others wrote.</param>
public sealed record ProtectedPath(string Glob, string? Reason = null);
