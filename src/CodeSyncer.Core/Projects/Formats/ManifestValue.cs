namespace CodeSyncer.Core.Projects.Formats;

/// <summary>
/// A value of a JSON, YAML or TOML manifest: text, a list or named members. What is not there is <see cref="None"/>, so
/// that a reader walks without asking at every step.
/// </summary>
internal sealed class ManifestValue
{
    public static readonly ManifestValue None = new();

    private readonly Dictionary<string, ManifestValue>? _members;
    private readonly List<ManifestValue>? _items;

    private ManifestValue()
    {
    }

    public ManifestValue(string text) => Text = text;

    public ManifestValue(Dictionary<string, ManifestValue> members) => _members = members;

    public ManifestValue(List<ManifestValue> items) => _items = items;

    /// <summary>Strings as they are; numbers and booleans as they are written; null for anything else.</summary>
    public string? Text { get; }

    public bool Exists => this != None;

    public bool IsTrue => Text == "true";

    public IReadOnlyList<ManifestValue> Items => _items ?? [];

    public IReadOnlyDictionary<string, ManifestValue> Members => _members ?? NoMembers;

    public ManifestValue this[string name] => _members is not null && _members.TryGetValue(name, out var value) ? value : None;

    /// <summary>The texts of a list; a single text counts as a list of one.</summary>
    public IEnumerable<string> Texts => Text is not null ? [Text] : Items.Where(item => item.Text is not null).Select(item => item.Text!);

    /// <summary>Adds to a list, where the name does not matter, or to a map, where the last of one name counts, as in JSON.</summary>
    public void Add(string name, ManifestValue value)
    {
        _items?.Add(value);
        if (_members is not null)
            _members[name] = value;
    }

    public void AddMissing(string name, ManifestValue value) => _members?.TryAdd(name, value);

    private static Dictionary<string, ManifestValue> NoMembers { get; } = [];
}
