namespace CodeSyncer.Core.Projects;

/// <summary>What a well-known package is used for.</summary>
public enum PackageRole
{
    Framework,
    Data,
    Test,
    Tool,
}
