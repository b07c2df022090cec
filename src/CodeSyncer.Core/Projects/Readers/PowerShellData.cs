using System.Text;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>The outer hashtable of a PowerShell data file. Strings, lists of strings and numbers are read; nothing is run.</summary>
internal sealed class PowerShellData
{
    private readonly string _text;
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);
    private int _at;
    private int _depth;

    private PowerShellData(string text) => _text = text;

    /// <summary>The values of each key of the outer hashtable; what ends early gives what came before.</summary>
    public static Dictionary<string, List<string>> Parse(string text)
    {
        var data = new PowerShellData(text);
        data.Read();
        return data._values;
    }

    private void Read()
    {
        List<string>? current = null;
        string? last = null;
        while (Token() is { } token)
        {
            switch (token)
            {
                case "{" or "(":
                    _depth++;
                    break;
                case "}" or ")":
                    _depth--;
                    break;
                case "=" when _depth == 1 && last is not null:
                    current = _values[last] = [];
                    break;
                case "\n" when _depth == 1:
                    current = null;
                    break;
                case "\n" or "=" or "," or "@":
                    continue;
                default:
                    last = token[1..];
                    // What is nested in hashtables (RequiredModules of exact versions) brings its own keys; only texts count.
                    if (_depth is 1 or 2 || (_depth == 3 && token[0] == 's'))
                        current?.Add(last);
                    break;
            }
        }
    }

    /// <summary>The next token; texts are marked with s, words with w. Null at the end.</summary>
    private string? Token()
    {
        while (_at < _text.Length)
        {
            var letter = _text[_at];
            if (letter == '#')
                SkipTo("\n");
            else if (letter == '<' && Next() == '#')
                SkipTo("#>", 2);
            else if (letter is '\'' or '"')
                return "s" + Quoted(letter);
            else if (letter == '@' && Next() is '\'' or '"')
                SkipTo($"\n{Next()}@", 3);
            else if (letter is '{' or '}' or '(' or ')' or '=' or ',' or '@' or '\n' or ';')
                return Single(letter == ';' ? '\n' : letter);
            else if (char.IsWhiteSpace(letter))
                _at++;
            else
                return "w" + Word();
        }

        return null;
    }

    private char Next() => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    private string Single(char letter)
    {
        _at++;
        return letter.ToString();
    }

    private void SkipTo(string end, int beyond = 0)
    {
        var found = _text.IndexOf(end, _at + 1, StringComparison.Ordinal);
        _at = found < 0 ? _text.Length : found + beyond;
    }

    /// <summary>A quote is written twice to mean itself.</summary>
    private string Quoted(char quote)
    {
        var result = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            if (_text[_at] == quote && Next() == quote)
                _at++;
            else if (_text[_at] == quote)
                break;
            result.Append(_text[_at]);
        }

        _at++;
        return result.ToString();
    }

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('{' or '}' or '(' or ')' or '=' or ',' or ';' or '\'' or '"'))
            _at++;
        return _text[start.._at];
    }
}
