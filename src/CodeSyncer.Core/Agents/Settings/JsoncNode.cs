namespace CodeSyncer.Core.Agents.Settings;

/// <summary>A value in a text of JSON with comments, by its place.</summary>
/// <param name="Start">Of its first character.</param>
/// <param name="End">Behind its last character.</param>
internal sealed record JsoncNode(JsoncKind Kind, int Start, int End)
{
    /// <summary>Of an object: in their order, double keys included.</summary>
    public IReadOnlyList<JsoncMember> Members { get; init; } = [];

    /// <summary>Of an array.</summary>
    public IReadOnlyList<JsoncNode> Items { get; init; } = [];

    /// <summary>Of a string, decoded.</summary>
    public string? Text { get; init; }

    /// <summary>Where the members of an object, or the items of an array, begin and end.</summary>
    public IReadOnlyList<(int Start, int End)> Places => Kind == JsoncKind.Object
        ? [.. Members.Select(member => (member.Start, member.Value.End))]
        : [.. Items.Select(item => (item.Start, item.End))];

    /// <summary>The value of a key; of double keys the last one counts, as for every parser.</summary>
    public JsoncNode? this[string key] => Members.LastOrDefault(member => member.Key == key)?.Value;
}
