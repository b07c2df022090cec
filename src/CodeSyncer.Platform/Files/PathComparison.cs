namespace CodeSyncer.Platform.Files;

/// <summary>How this system compares paths.</summary>
public static class PathComparison
{
    public static StringComparison ForThisSystem { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
