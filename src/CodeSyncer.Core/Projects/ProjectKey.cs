namespace CodeSyncer.Core.Projects;

/// <summary>Tells one project of a repository from another: a manifest may define several.</summary>
public readonly record struct ProjectKey(string Manifest, string Name);
