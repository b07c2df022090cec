namespace CodeSyncer.Core.Ledger.Ready;

/// <summary>The edges of one bead in one direction, in the order in which they were given; it allocates nothing.</summary>
internal ref struct LinkList(Link[] links, int first, bool isOut)
{
    private readonly Link[] _links = links;
    private int _current = -1;
    private int _next = first;

    public readonly ref readonly Link Current => ref _links[_current];

    public readonly LinkList GetEnumerator() => this;

    public bool MoveNext()
    {
        _current = _next;
        if (_current < 0)
            return false;
        _next = isOut ? _links[_current].NextOut : _links[_current].NextIn;
        return true;
    }
}
