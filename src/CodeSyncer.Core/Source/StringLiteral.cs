namespace CodeSyncer.Core.Source;

/// <summary>One string or character literal, or regular expression, of a decoded text. All places are character offsets; the ends are exclusive.</summary>
/// <param name="Start">Where its opening mark begins; a prefix that is a letter may stand before it.</param>
/// <param name="ContentStart">Behind the opening mark.</param>
internal sealed record StringLiteral(int Start, int ContentStart)
{
    private readonly List<(int Start, int End, int Behind)> _holes = [];

    public int ContentEnd { get; private set; } = -1;

    public int End { get; private set; } = -1;

    /// <summary>A regular expression is no text.</summary>
    public bool IsPattern { get; init; }

    /// <summary>Expressions inside: where the opening mark begins, where the expression ends, and behind the closing mark.</summary>
    public IReadOnlyList<(int Start, int End, int Behind)> Holes => _holes;

    public void Close(int contentEnd, int end) => (ContentEnd, End) = (contentEnd, end);

    public void OpenHole(int at) => _holes.Add((at, -1, -1));

    public void CloseHole(int at, int behind)
    {
        if (_holes.Count > 0)
            _holes[^1] = (_holes[^1].Start, at, behind);
    }
}
