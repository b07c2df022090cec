namespace CodeSyncer.Core.Configuration;

/// <summary>A value of a configuration file with the line it stands on: a text, a list, or keys with values.</summary>
/// <param name="Line">1-based.</param>
internal sealed record ConfigNode(int Line)
{
    public string? Scalar { get; init; }

    public List<ConfigNode>? Items { get; init; }

    public List<(string Key, int Line, ConfigNode Value)>? Entries { get; init; }
}
