namespace CodeSyncer.Core.Source;

/// <summary>The lines of a text, for LF, CRLF and CR alike. Lines are counted from 0 here; what is shown counts from 1.</summary>
internal sealed class LineTable
{
    private readonly string _text;
    private readonly List<int> _starts = [0];

    public LineTable(string text)
    {
        _text = text;
        int at = 0;
        while (true)
        {
            int found = text.AsSpan(at).IndexOfAny('\r', '\n');
            if (found < 0) return;
            at += found;
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            _starts.Add(at);
        }
    }

    public int Count => _starts.Count;

    public int LineOf(int offset)
    {
        int found = _starts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }

    public int StartOf(int line) => _starts[line];

    /// <summary>Where the line ends, its line ending not included.</summary>
    public int EndOf(int line)
    {
        if (line + 1 == _starts.Count) return _text.Length;
        int end = _starts[line + 1] - 1;
        return end > _starts[line] && _text[end] == '\n' && _text[end - 1] == '\r' ? end - 1 : end;
    }
}
