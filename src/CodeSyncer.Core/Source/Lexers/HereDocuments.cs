namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// The here-documents that a line has announced and whose bodies follow it. One is only announced if its terminator
/// exists; all lines are indexed once, so that asking stays cheap however often it is asked.
/// </summary>
internal sealed class HereDocuments(string text, int start, int end)
{
    private readonly Queue<(string Terminator, bool Indented)> _waiting = [];
    private readonly Dictionary<string, int> _lastLine = [];
    private bool _indexed;

    public bool AreWaiting => _waiting.Count > 0;

    /// <summary>Announces one.</summary>
    /// <param name="terminator">The line that ends it.</param>
    /// <param name="indented">Whether blanks may stand before the terminator.</param>
    /// <param name="from">Where it is announced.</param>
    /// <returns>False if no such line follows: then what looked like a here-document is none.</returns>
    public bool Announce(string terminator, bool indented, int from)
    {
        Index();
        if (!_lastLine.TryGetValue(Key(terminator, indented), out var last) || last <= from)
            return false;

        _waiting.Enqueue((terminator, indented));
        return true;
    }

    /// <summary>The place behind all bodies that wait, the first of which begins at <paramref name="line"/>.</summary>
    public int Behind(int line)
    {
        while (line < end && _waiting.TryPeek(out var document))
        {
            var content = LineAt(line, out var next);
            if ((document.Indented ? content.TrimStart() : content).SequenceEqual(document.Terminator))
                _waiting.Dequeue();
            line = next;
        }

        _waiting.Clear();
        return line;
    }

    private void Index()
    {
        if (_indexed)
            return;

        _indexed = true;
        for (var line = start; line < end;)
        {
            var content = LineAt(line, out var next);
            if (content.TrimStart() is { IsEmpty: false } trimmed && trimmed.Length <= LongestTerminator)
            {
                _lastLine[Key(trimmed, indented: true)] = line;
                if (trimmed.Length == content.Length)
                    _lastLine[Key(trimmed, indented: false)] = line;
            }

            line = next;
        }
    }

    private const int LongestTerminator = 80;

    private static string Key(ReadOnlySpan<char> terminator, bool indented) => $"{(indented ? ' ' : '|')}{terminator}";

    private ReadOnlySpan<char> LineAt(int line, out int next)
    {
        var rest = text.AsSpan(line, end - line);
        var length = rest.IndexOfAny('\r', '\n');
        if (length < 0)
        {
            next = end;
            return rest;
        }

        next = line + length + (rest[length..].StartsWith("\r\n") ? 2 : 1);
        return rest[..length];
    }
}
