using System.Text;

namespace CodeSyncer.Core.Work.Shell;

internal sealed partial class ShellReader
{
    /// <summary>A word with its quotes, escapes and expansions; empty where a separator stands.</summary>
    private ShellWord ReadWord()
    {
        var word = new StringBuilder();
        var isExpanded = false;
        while (_at < _end)
        {
            var c = _text[_at];
            if (c is ' ' or '\t' or '\r' or '\n' or ';' or '|' or '&' or '<' or '>' or '(' or ')' || (!_isPosix && c is '{' or '}'))
                break;
            if (c == '\'')
                ReadSingleQuotes(word);
            else if (c == '"')
                isExpanded |= ReadDoubleQuotes(word);
            else if (c == (_isPosix ? '\\' : '`'))
                ReadEscape(word);
            else if (ReadExpansion(word, isQuoted: false))
                isExpanded = true;
            else if (_isPosix || c != '^')
                word.Append(_text[_at++]);
            else
                _at++;
        }

        return new ShellWord(word.ToString(), isExpanded);
    }

    private void ReadEscape(StringBuilder word)
    {
        _at++;
        if (Peek() == '\r' && Peek(1) == '\n')
            _at++;
        if (_at < _end && _text[_at] != '\n')
            word.Append(_text[_at]);
        _at = Math.Min(_at + 1, _end);
    }

    private void ReadSingleQuotes(StringBuilder word)
    {
        _at++;
        var end = !_isPosix && IsAtSign(word) && Peek() is '\r' or '\n' ? "\n'@" : "'";
        var length = _text.AsSpan(_at, _end - _at).IndexOf(end);
        IsBroken |= length < 0;
        word.Append(_text, _at, length < 0 ? _end - _at : length);
        _at = length < 0 ? _end : _at + length + end.Length;
    }

    /// <summary>Whether something in it is expanded.</summary>
    private bool ReadDoubleQuotes(StringBuilder word)
    {
        _at++;
        var isExpanded = false;
        if (!_isPosix && IsAtSign(word) && Peek() is '\r' or '\n')
        {
            var end = _text.AsSpan(_at, _end - _at).IndexOf("\n\"@");
            if (end < 0)
                return MarkBroken();
            ReadExpansions(_at + end);
            _at += 3;
            return true;
        }

        while (_at < _end)
        {
            var c = _text[_at];
            if (c == '"')
            {
                _at++;
                return isExpanded;
            }

            if (_isPosix && c == '\\' && Peek(1) is not ('$' or '`' or '"' or '\\' or '\n'))
                word.Append(_text[_at++]);
            else if (c == (_isPosix ? '\\' : '`'))
                ReadEscape(word);
            else if (ReadExpansion(word, isQuoted: true))
                isExpanded = true;
            else
                word.Append(_text[_at++]);
        }

        return MarkBroken();
    }

    /// <summary>PowerShell's here-strings begin with <c>@'</c> or <c>@"</c> at a line's end.</summary>
    private static bool IsAtSign(StringBuilder word) => word.Length == 1 && word[0] == '@';

    private bool MarkBroken()
    {
        IsBroken = true;
        _at = _end;
        return true;
    }

    /// <summary>Reads an expansion if one begins here, and the commands in it; a variable is appended as it is written.</summary>
    private bool ReadExpansion(StringBuilder word, bool isQuoted)
    {
        var start = _at;
        if (_isPosix && Peek() == '`')
        {
            ReadBackticks();
            word.Append("$()");
            return true;
        }

        if (Peek() != '$')
        {
            return false;
        }
        else if (Peek(1) == '(')
        {
            if (Peek(2) != '(' || !SkipArithmetic(2))
            {
                _at += 2;
                ReadCommands(')');
            }

            word.Append("$()");
            return true;
        }
        else if (Peek(1) == '{')
        {
            ReadBraces(isQuoted);
        }
        else if (_isPosix && !isQuoted && Peek(1) == '\'')
        {
            ReadEscapedQuotes(word);
            return true;
        }
        else
        {
            _at++;
            if (_at < _end && (char.IsAsciiLetter(_text[_at]) || _text[_at] == '_'))
            {
                while (_at < _end && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_'))
                    _at++;
            }
            else if (Peek() is (>= '0' and <= '9') or '@' or '*' or '?' or '#' or '!' or '-' or '$')
            {
                _at++;
            }
        }

        word.Append(_text, start, Math.Min(_at, _end) - start);
        return true;
    }

    private void ReadBackticks()
    {
        var script = new StringBuilder();
        for (_at++; _at < _end; _at++)
        {
            var c = _text[_at];
            if (c == '`')
            {
                _at++;
                _scripts.Add(script.ToString());
                return;
            }

            if (c == '\\' && Peek(1) is '`' or '\\' or '$')
                c = _text[++_at];
            script.Append(c);
        }

        _scripts.Add(script.ToString());
        IsBroken = true;
    }

    /// <summary><c>${name}</c>, and what a default in it holds.</summary>
    private void ReadBraces(bool isQuoted)
    {
        if (++_depth > DeepestNesting)
        {
            GiveUp();
            return;
        }

        var content = new StringBuilder();
        for (_at += 2; _at < _end;)
        {
            var c = _text[_at];
            if (c == '}')
            {
                _at++;
                _depth--;
                return;
            }

            if (c == '\'' && !isQuoted)
                ReadSingleQuotes(content);
            else if (c == '"')
                ReadDoubleQuotes(content);
            else if (c == (_isPosix ? '\\' : '`'))
                ReadEscape(content);
            else if (!ReadExpansion(content, isQuoted))
                _at++;
        }

        IsBroken = true;
        _depth--;
    }

    /// <summary><c>$'..'</c>, in which a backslash quotes.</summary>
    private void ReadEscapedQuotes(StringBuilder word)
    {
        for (_at += 2; _at < _end; _at++)
        {
            if (_text[_at] == '\'')
            {
                _at++;
                return;
            }

            if (_text[_at] == '\\' && _at + 1 < _end)
                _at++;
            word.Append(_text[_at]);
        }

        IsBroken = true;
    }

    /// <summary>
    /// <c>((..))</c> holds numbers, where <c>&gt;</c> and <c>&lt;&lt;</c> are no redirections; false where the brackets
    /// close apart, so that they are subshells.
    /// </summary>
    /// <param name="ahead">Where the second bracket stands, from here.</param>
    private bool SkipArithmetic(int ahead)
    {
        var open = 0;
        for (var i = _at + ahead - 1; i < _end && _scanned <= 4 * _text.Length; i++, _scanned++)
        {
            if (_text[i] == '(')
            {
                open++;
            }
            else if (_text[i] == ')' && --open == 1)
            {
                if (i + 1 >= _end || _text[i + 1] != ')')
                    return false;
                if (++_depth > DeepestNesting)
                {
                    GiveUp();
                    return true;
                }

                _at += ahead + 1;
                ReadExpansions(i);
                _at = i + 2;
                _depth--;
                return true;
            }
        }

        // Without an end nothing behind it can be read for sure; and to look for it again at every bracket takes too long.
        GiveUp();
        return true;
    }
}
