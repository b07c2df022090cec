namespace CodeSyncer.Core.Ledger;

/// <summary>
/// One transaction: what it writes lies over the state that it reads, and lands whole or not at all. Rules read through
/// it, so that a later step sees the earlier ones, the graph included.
/// </summary>
public sealed class LedgerChange(ILedgerState state, Actor actor, DateTimeOffset now) : ILedgerState
{
    /// <summary>Notes that a message lists; a change of thousands of items needs no line for each.</summary>
    private const int MostNotes = 100;

    private readonly Dictionary<string, JsonFields> _writes = new(StringComparer.Ordinal);
    private readonly BeadOverlay _beads = new(state);
    private readonly List<string> _notes = [];

    public Actor Actor { get; } = actor;

    public DateTimeOffset Now { get; } = now;

    /// <summary>By path, what this change leaves of each item that it touched.</summary>
    public IReadOnlyDictionary<string, JsonFields> Writes => _writes;

    /// <summary>The message of the commit: the notes, the first of them as its head.</summary>
    public string Message => _notes.Count switch
    {
        0 => "change",
        1 => _notes[0],
        _ => $"{_notes[0]} and {_notes.Count - 1} more\n\n{string.Join('\n', _notes.Take(MostNotes))}\n",
    };

    public JsonFields? Read(string path) => _writes.GetValueOrDefault(path) ?? state.Read(path);

    public void Write(string path, JsonFields fields)
    {
        _writes[path] = fields;
        if (LedgerPath.TryParse(path, out var kind, out var id) && kind == LedgerPath.Beads)
            _beads.Put(id, new Bead(fields));
    }

    /// <summary>Says in one line what was done: <c>close bd-a3f: done</c>.</summary>
    public void Note(string what) => _notes.Add(what.ReplaceLineEndings(" "));

    public Bead? ReadBead(string id) => _beads.Written(id) ?? (state.Read(LedgerPath.Bead(id)) is { } fields ? new Bead(fields) : null);

    public void Write(Bead bead) => Write(LedgerPath.Bead(bead.Id), bead.Fields);

    public IReadOnlyList<string> Resolve(string kind, string part) =>
        Read(LedgerPath.Of(kind, part)) is not null ? [part] : state.Resolve(kind, part);

    public IReadOnlyList<BeadNode> ChildrenOf(string id) => _beads.ChildrenOf(id);

    public IReadOnlyList<BeadEdge> EdgesFrom(string id) => _beads.EdgesFrom(id);

    public IReadOnlyList<BeadEdge> EdgesTo(string id) => _beads.EdgesTo(id);
}
