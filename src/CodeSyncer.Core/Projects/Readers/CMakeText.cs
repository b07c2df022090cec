using System.Text;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>The commands of a CMake file with their arguments (https://cmake.org/cmake/help/latest/manual/cmake-language.7.html).</summary>
internal sealed class CMakeText
{
    private readonly string _text;
    private int _at;

    private CMakeText(string text) => _text = text;

    public static IEnumerable<(string Name, List<string> Arguments)> Parse(string text)
    {
        var file = new CMakeText(text);
        string? name = null;
        while (file.Token() is { } token)
        {
            if (token == "(" && name is not null)
                yield return (name.ToLowerInvariant(), file.Arguments());
            name = token == "(" ? null : token;
        }
    }

    private List<string> Arguments()
    {
        var arguments = new List<string>();
        for (var depth = 1; Token() is { } token;)
        {
            depth += token switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth == 0)
                break;
            if (token is not ("(" or ")"))
                arguments.Add(token);
        }

        return arguments;
    }

    private string? Token()
    {
        while (_at < _text.Length)
        {
            var letter = _text[_at];
            if (letter == '#')
                SkipComment();
            else if (char.IsWhiteSpace(letter) || letter == ';')
                _at++;
            else if (letter is '(' or ')')
                return _text[_at++].ToString();
            else if (letter == '"')
                return Quoted();
            else
                return Word();
        }

        return null;
    }

    /// <summary>To the end of the line, or of the bracket comment.</summary>
    private void SkipComment()
    {
        var level = _at + 2;
        while (level < _text.Length && _text[level] == '=')
            level++;
        var isBracket = _at + 1 < _text.Length && _text[_at + 1] == '[' && level < _text.Length && _text[level] == '[';
        var end = isBracket ? "]" + new string('=', level - _at - 2) + "]" : "\n";
        var found = _text.IndexOf(end, _at, StringComparison.Ordinal);
        _at = found < 0 ? _text.Length : found + end.Length;
    }

    private string Quoted()
    {
        var result = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] != '"'; _at++)
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
                _at++;
            result.Append(_text[_at]);
        }

        _at++;
        return result.ToString();
    }

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('(' or ')' or '"' or '#' or ';'))
            _at++;
        return _text[start.._at];
    }
}
