namespace CodeSyncer.Core.Projects;

/// <summary>Where execution starts.</summary>
/// <param name="Name">The command or function that starts, as the manifest calls it; null where the file says it all.</param>
/// <param name="Path">The file, relative to the repository's root; null where the manifest names none that is tracked.</param>
public sealed record EntryPoint(string? Name, string? Path);
