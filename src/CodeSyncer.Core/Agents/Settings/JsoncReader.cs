using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CodeSyncer.Core.Agents.Settings;

/// <summary>
/// Reads JSON with comments and trailing commas, as the settings of editors and agents have it, and keeps where everything
/// stands. Source of JSON: RFC 8259.
/// </summary>
internal sealed class JsoncReader(string text)
{
    private const int MostDepth = 200;
    private const int LongestText = 4 << 20;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private int _at;

    /// <summary>The one value of the text; null: there is nothing but white space and comments.</summary>
    /// <exception cref="JsoncException">It is none.</exception>
    public JsoncNode? Read()
    {
        if (text.Length > LongestText)
            throw new JsoncException(1, $"it has more than {LongestText >> 20} MB");
        if (text.StartsWith('\uFEFF'))
            _at = 1;
        Skip();
        if (_at == text.Length)
            return null;
        var root = Value(0);
        Skip();
        return _at == text.Length ? root : throw Fail("something follows the value");
    }

    private JsoncNode Value(int depth)
    {
        if (depth > MostDepth)
            throw Fail("it is nested too deep");
        if (_at == text.Length)
            throw Fail("it ends too early");
        return text[_at] switch
        {
            '{' => Object(depth),
            '[' => Array(depth),
            '"' => String(),
            _ => Other(),
        };
    }

    private JsoncNode Object(int depth)
    {
        var start = _at++;
        var members = new List<JsoncMember>();
        for (Skip(); !Takes('}'); Skip())
        {
            if (members.Count > 0)
            {
                Expect(',');
                Skip();
                if (Takes('}'))
                    break;
            }

            var key = At() == '"' ? String() : throw Fail("a key is expected");
            Skip();
            Expect(':');
            Skip();
            members.Add(new JsoncMember(key.Text!, key.Start, Value(depth + 1)));
        }

        return new JsoncNode(JsoncKind.Object, start, _at) { Members = members };
    }

    private JsoncNode Array(int depth)
    {
        var start = _at++;
        var items = new List<JsoncNode>();
        for (Skip(); !Takes(']'); Skip())
        {
            if (items.Count > 0)
            {
                Expect(',');
                Skip();
                if (Takes(']'))
                    break;
            }

            items.Add(Value(depth + 1));
        }

        return new JsoncNode(JsoncKind.Array, start, _at) { Items = items };
    }

    private JsoncNode String()
    {
        var start = _at++;
        var decoded = new StringBuilder();
        while (At() != '"')
        {
            if (_at >= text.Length || text[_at] is '\n' or '\r')
                throw Fail("a string does not end");
            if (text[_at] < ' ')
                throw Fail("a string holds a control character");
            decoded.Append(text[_at] == '\\' ? Escape() : text[_at]);
            _at++;
        }

        _at++;
        return new JsoncNode(JsoncKind.String, start, _at) { Text = decoded.ToString() };
    }

    /// <summary>Ends at the last character of the escape.</summary>
    private char Escape()
    {
        _at++;
        switch (At())
        {
            case '"' or '\\' or '/':
                return text[_at];
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _at + 4 < text.Length && !text.AsSpan(_at + 1, 4).ContainsAnyExcept(HexDigits):
                _at += 4;
                return (char)ushort.Parse(text.AsSpan(_at - 3, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            default:
                throw Fail("a string has an escape that is none");
        }
    }

    private JsoncNode Other()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '-' or '+' or '.'))
            _at++;
        try
        {
            using var decoded = JsonDocument.Parse(text[start.._at]);
        }
        catch (JsonException)
        {
            throw Fail("a value is expected");
        }

        return new JsoncNode(JsoncKind.Other, start, _at);
    }

    /// <summary>White space and comments.</summary>
    private void Skip()
    {
        while (_at < text.Length)
        {
            if (text[_at] is ' ' or '\t' or '\r' or '\n')
            {
                _at++;
            }
            else if (JsoncGap.CommentLength(text.AsSpan(_at)) is > 0 and var length)
            {
                if (text[_at + 1] == '*' && (length < 4 || !text.AsSpan(_at, length).EndsWith("*/")))
                    throw Fail("a comment does not end");
                _at += length;
            }
            else
            {
                return;
            }
        }
    }

    private char At() => _at < text.Length ? text[_at] : '\0';

    private bool Takes(char wanted)
    {
        if (At() != wanted)
            return false;
        _at++;
        return true;
    }

    private void Expect(char wanted)
    {
        if (!Takes(wanted))
            throw Fail(_at >= text.Length ? "it ends too early" : $"'{wanted}' is expected");
    }

    private JsoncException Fail(string what) => new(text.AsSpan(0, Math.Min(_at, text.Length)).Count('\n') + 1, what);
}
