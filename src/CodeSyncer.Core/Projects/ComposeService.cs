namespace CodeSyncer.Core.Projects;

/// <summary>A service of a compose file.</summary>
/// <param name="Image">The image that it runs, with its version to major.minor, or null.</param>
/// <param name="BuildPath">The Dockerfile that its image is built with, or the folder, or null.</param>
/// <param name="Ports">As published, in the order of the file.</param>
/// <param name="Needs">Services that must be up before it, sorted.</param>
public sealed record ComposeService(
    string Manifest, string Name, string? Image, string? BuildPath, IReadOnlyList<string> Ports, IReadOnlyList<string> Needs);
