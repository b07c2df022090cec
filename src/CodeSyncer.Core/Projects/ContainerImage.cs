namespace CodeSyncer.Core.Projects;

/// <summary>An image that a Dockerfile makes.</summary>
/// <param name="Base">The image that the last stage stands on, with its version to major.minor.</param>
/// <param name="Ports">As exposed, sorted.</param>
/// <param name="Starts">The command that the container runs, or null.</param>
public sealed record ContainerImage(string Manifest, string? Base, IReadOnlyList<string> Ports, string? Starts);
