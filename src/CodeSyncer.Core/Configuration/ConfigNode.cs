namespace CodeSyncer.Core.Configuration;

/// <summary>A value of a configuration file with the line it stands on: a text, a list, or keys with values.</summary>
/// <param name="Line">1-based.</param>
internal sealed record ConfigNode(int Line)
{
    public string? Scalar { get; init; }

    /// <summary>Whether a text stands in quotes or in a block: then it is a text, never a number or a word such as <c>off</c>.</summary>
    public bool IsQuoted { get; init; }

    public List<ConfigNode>? Items { get; init; }

    public List<(string Key, int Line, ConfigNode Value)>? Entries { get; init; }

    /// <summary>A key without a value: nothing is said.</summary>
    public bool IsEmpty => Scalar is "" && !IsQuoted;

    /// <summary>As messages name it; a long text is cut.</summary>
    public string Shown => this switch
    {
        { IsEmpty: true } => "empty",
        { Scalar: { } text } => Quote(text),
        { Items: not null } => "a list",
        _ => "a group of keys",
    };

    /// <summary>A word of the file in quotes, cut where it is too long for one line.</summary>
    public static string Quote(string text)
    {
        const int longest = 60;
        return text.Length <= longest ? $"'{text}'" : $"'{text.AsSpan(0, longest)}...'";
    }
}
