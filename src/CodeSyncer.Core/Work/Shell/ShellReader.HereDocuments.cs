using System.Text;

namespace CodeSyncer.Core.Work.Shell;

internal sealed partial class ShellReader
{
    private void ReadHereDocumentStart(SimpleCommand command)
    {
        var stripTabs = Skip('-');
        while (Peek() is ' ' or '\t')
            _at++;
        var start = _at;
        var end = ReadWord().Text;
        if (_waiting.Count == MostHereDocuments)
            GiveUp();
        else if (end.Length > 0)
            _waiting.Add((command, end, stripTabs, _text.AsSpan(start, _at - start).ContainsAny('\'', '"', '\\')));
    }

    private void ReadHereDocuments()
    {
        // A copy: a body may hold a command with a here-document of its own.
        var waiting = _waiting.ToArray();
        _waiting.Clear();
        foreach (var (command, delimiter, stripTabs, isQuoted) in waiting)
        {
            // Without its end, what follows is better taken for commands: they can only say yes once too often.
            var (length, next) = FindHereEnd(delimiter, stripTabs);
            if (length < 0)
            {
                if (++_endless > MostHereDocuments)
                    GiveUp();
                continue;
            }

            command.Input.Add(_text.Substring(_at, length));
            if (!isQuoted)
                ReadExpansions(_at + length);
            _at = next;
        }
    }

    private (int Length, int Next) FindHereEnd(string delimiter, bool stripTabs)
    {
        for (var line = _at; line < _end;)
        {
            var length = _text.AsSpan(line, _end - line).IndexOf('\n');
            var stop = length < 0 ? _end : line + length;
            var content = _text.AsSpan(line, stop - line).TrimEnd('\r');
            if ((stripTabs ? content.TrimStart('\t') : content).SequenceEqual(delimiter))
                return (line - _at, Math.Min(stop + 1, _end));
            line = stop + 1;
        }

        return (-1, 0);
    }

    /// <summary>The commands within a text that is otherwise taken as it stands, up to a place.</summary>
    private void ReadExpansions(int end)
    {
        var (before, rest) = (_end, new StringBuilder());
        _end = end;
        while (_at < _end)
        {
            if (_text[_at] == (_isPosix ? '\\' : '`'))
                _at += 2;
            else if (!ReadExpansion(rest, isQuoted: true))
                _at++;
        }

        _at = _end = end;
        _end = before;
    }
}
