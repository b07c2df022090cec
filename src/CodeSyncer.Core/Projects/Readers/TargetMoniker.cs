namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Target framework monikers (https://learn.microsoft.com/dotnet/standard/frameworks) as people say them.</summary>
internal static class TargetMoniker
{
    public static string Display(string moniker)
    {
        var dash = moniker.IndexOf('-');
        var platform = dash < 0 ? "" : moniker[(dash + 1)..].TrimEnd('.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var framework = (dash < 0 ? moniker : moniker[..dash]).ToLowerInvariant();
        var display = Framework(framework) ?? moniker;
        return platform.Length == 0 || display == moniker ? display : $"{display} ({platform})";
    }

    private static string? Framework(string moniker)
    {
        if (After(moniker, "netstandard") is { } standard)
            return ".NET Standard " + standard;
        if (After(moniker, "netcoreapp") is { } core)
            return ".NET Core " + core;
        if (After(moniker, "net") is not { } version)
            return null;
        if (version.Contains('.'))
            return ".NET " + version;
        return version.All(char.IsAsciiDigit) && version.Length is 2 or 3 ? ".NET Framework " + string.Join('.', version.ToCharArray()) : null;
    }

    private static string? After(string moniker, string prefix) =>
        moniker.StartsWith(prefix, StringComparison.Ordinal) && moniker.Length > prefix.Length && char.IsAsciiDigit(moniker[prefix.Length])
            ? moniker[prefix.Length..]
            : null;
}
