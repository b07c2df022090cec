namespace CodeSyncer.Core.Projects;

/// <summary>A well-known framework or tool among a project's dependencies.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Version">Its major version, where the manifest says one and it belongs to the name: 19 of <c>React 19</c>; else null.</param>
public sealed record KnownPackage(string Name, string? Version, PackageRole Role)
{
    public string Display => Version is null ? Name : $"{Name} {Version}";
}
