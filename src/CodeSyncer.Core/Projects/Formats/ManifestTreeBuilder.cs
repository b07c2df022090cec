namespace CodeSyncer.Core.Projects.Formats;

/// <summary>
/// Builds a <see cref="ManifestValue"/> from the events of a parser. What came before an error stays; nesting is bounded,
/// because a hostile file must not exhaust the stack of whoever walks the tree.
/// </summary>
internal sealed class ManifestTreeBuilder
{
    public const int MaxDepth = 64;

    private readonly Stack<Open> _open = new();

    public ManifestValue Root { get; private set; } = ManifestValue.None;

    /// <exception cref="FormatException">It is nested too deep.</exception>
    public void OpenMap() => Push(new ManifestValue(new Dictionary<string, ManifestValue>(StringComparer.Ordinal)), true);

    /// <exception cref="FormatException">It is nested too deep.</exception>
    public void OpenList() => Push(new ManifestValue(new List<ManifestValue>()), true);

    /// <summary>Goes on with a member that is a map or a list already, as tables of TOML may; false when there is none.</summary>
    /// <exception cref="FormatException">It is nested too deep.</exception>
    public bool Reopen()
    {
        var value = _open.TryPeek(out var open) ? open.Value[open.Name] : Root;
        if (value.Text is not null || !value.Exists)
            return false;
        Push(value, false);
        return true;
    }

    public ManifestValue Close() => _open.Pop().Value;

    /// <summary>The name of the next value, inside a map.</summary>
    public void Name(string name) => _open.Peek().Name = name;

    public void Add(ManifestValue value)
    {
        if (_open.TryPeek(out var parent))
            parent.Add(value);
        else
            Root = value;
    }

    private void Push(ManifestValue value, bool isNew)
    {
        if (_open.Count >= MaxDepth)
            throw new FormatException("nested too deep");
        if (isNew)
            Add(value);
        _open.Push(new Open(value));
    }

    private sealed class Open(ManifestValue value)
    {
        public string Name { get; set; } = "";

        public ManifestValue Value => value;

        public void Add(ManifestValue part) => value.Add(Name, part);
    }
}
