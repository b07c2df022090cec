using System.Text;

namespace CodeSyncer.Core.Tests.Agents.Settings;

/// <summary>Writes settings that nobody would write but somebody does: any white space, comments, double and escaped keys, odd hooks.</summary>
/// <param name="size">Elements of one object or array at most.</param>
/// <param name="isStrict">Plain JSON: no comments and no trailing commas.</param>
internal sealed class JsoncDocument(int seed, int size, bool isStrict)
{
    private static readonly string[] Foreign =
    [
        """{"matcher":"Bash","hooks":[{"type":"command","command":"./lint.sh"}]}""",
        """{ "hooks": [ {"type":"command","command":"a"}, {"type":"prompt","prompt":"codesyncer"} ] }""",
        """{"command":"other event claude X","timeout":3}""",
        """{"bash":"x","powershell":"y"}""",
        """{"hooks":[]}""",
        """{"hooks":{"command":1}}""",
        """{"matcher":"*","hooks":"none"}""",
        "[[],{}]",
        "\"\\\"[,]{/*}//\\u00e9\\ud800\"",
        "-1.5e3",
        "null",
        "{}",
    ];

    private static readonly string[] Keys = ["\"a\"", "\"permissions\"", "\"b \\\"//\\\" c\"", "\"\"", "\"a\"", "\"version \"", "\"é\\n\""];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private string _newLine = "\n";
    private string _unit = "  ";

    public string Write(bool hasRoot = true)
    {
        _newLine = Any("\n", "\n", "\r\n");
        _unit = Any("  ", "    ", "\t", "");
        if (Chance(8))
            _text.Append('\uFEFF');
        Gap(0);
        if (hasRoot)
        {
            Members(0, _random.Next(size), (_, last) =>
            {
                if (last || Chance(6))
                    Hooks();
                else
                    Member(Any(Keys), 1, () => Value(1));
            });
            Gap(0);
        }

        if (!isStrict && Chance(6))
            _text.Append("// the end");
        return _text.ToString();
    }

    private void Hooks()
    {
        if (Chance(3))
            Member("\"z\"", 1, () => Value(1));
        else
            Member(Any("\"hooks\"", "\"hooks\"", "\"\\u0068ooks\"", "\"h\\u006Foks\""), 1, () => Members(1, _random.Next(size), (_, _) => Event()));
    }

    private void Event()
    {
        if (Chance(5))
            Member(Any("\"enabled\"", "\"Other\"", "\"preToolUse\""), 2, () => Value(2));
        else
            Member(Any("\"SessionStart\"", "\"PreToolUse\"", "\"Stop\"", "\"Pre\\u0054oolUse\"", "\"Notification\""), 2, () => Items(2, _random.Next(size), () => _text.Append(Any(Foreign))));
    }

    private void Value(int depth)
    {
        switch (_random.Next(depth > 4 ? 1 : 4))
        {
            case 1:
                Items(depth, _random.Next(size), () => Value(depth + 1));
                break;
            case 2:
                Members(depth, _random.Next(size), (_, _) => Member(Any(Keys), depth + 1, () => Value(depth + 1)));
                break;
            default:
                _text.Append(Any(Foreign));
                break;
        }
    }

    private void Member(string key, int depth, Action value)
    {
        // The parser that tests compare with knows no comment before the colon.
        _text.Append(key).Append(Any("", "", "", " ", _newLine)).Append(':');
        Gap(depth, isTight: true);
        value();
    }

    private void Members(int depth, int count, Action<int, bool> member) => Elements('{', '}', depth, count, i => member(i, i == count - 1));

    private void Items(int depth, int count, Action item) => Elements('[', ']', depth, count, _ => item());

    private void Elements(char open, char close, int depth, int count, Action<int> element)
    {
        _text.Append(open);
        for (var i = 0; i < count; i++)
        {
            Gap(depth + 1);
            element(i);
            Gap(depth + 1, isTight: true);
            if (i < count - 1 || (!isStrict && Chance(5)))
                _text.Append(',');
        }

        Gap(depth);
        _text.Append(close);
    }

    /// <param name="isTight">Where people seldom write anything.</param>
    private void Gap(int depth, bool isTight = false)
    {
        for (var i = isTight ? _random.Next(8) - 6 : _random.Next(4) - 1; i > 0; i--)
        {
            var indent = string.Concat(Enumerable.Repeat(_unit, depth));
            _text.Append(_random.Next(isStrict ? 5 : 9) switch
            {
                0 => "",
                1 => " ",
                2 => " \t",
                3 or 4 => _newLine + indent,
                5 => "/* , ] } \" */",
                6 => $"/* a{_newLine}{indent} * b */",
                7 => $"// \"hooks\": [ {{ , \r // x  {_newLine}",
                _ => $" // ,{_newLine}{indent}",
            });
        }
    }

    private bool Chance(int of) => _random.Next(of) == 0;

    private string Any(params string[] choices) => choices[_random.Next(choices.Length)];
}
