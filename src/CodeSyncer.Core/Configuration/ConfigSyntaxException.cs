namespace CodeSyncer.Core.Configuration;

/// <summary>A configuration that is no YAML, or YAML beyond what a configuration needs.</summary>
internal sealed class ConfigSyntaxException(int line, string message, string hint) : Exception(message)
{
    /// <summary>1-based; 0: the file as a whole.</summary>
    public int Line { get; } = line;

    public string Hint { get; } = hint;

    public static ConfigSyntaxException TooLong() => new(0, $"the file is longer than {ConfigSyntax.LongestFile / 1024} KB",
        "a configuration holds a few lines: move the rest away");
}
