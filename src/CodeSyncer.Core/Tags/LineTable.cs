namespace CodeSyncer.Core.Tags;

/// <summary>The lines of a text, for LF, CRLF and CR alike. Lines are counted from 0 here; a <see cref="Tag"/> counts from 1.</summary>
internal sealed class LineTable
{
    private readonly string text;
    private readonly List<int> starts = [0];

    public LineTable(string text)
    {
        this.text = text;
        int at = 0;
        while (true)
        {
            int found = text.AsSpan(at).IndexOfAny('\r', '\n');
            if (found < 0) return;
            at += found;
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            starts.Add(at);
        }
    }

    public int Count => starts.Count;

    public int LineOf(int offset)
    {
        int found = starts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }

    public int StartOf(int line) => starts[line];

    /// <summary>Where the line ends, its line ending not included.</summary>
    public int EndOf(int line)
    {
        if (line + 1 == starts.Count) return text.Length;
        int end = starts[line + 1] - 1;
        return end > starts[line] && text[end] == '\n' && text[end - 1] == '\r' ? end - 1 : end;
    }
}
