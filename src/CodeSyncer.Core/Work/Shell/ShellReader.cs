namespace CodeSyncer.Core.Work.Shell;

/// <summary>
/// Takes a shell text apart into its simple commands, those in subshells, substitutions and here-documents included. It
/// reads what shells accept and much that they refuse; every character is visited a bounded number of times.
/// </summary>
/// <remarks>
/// Sources: POSIX.1-2024, "Shell Command Language"; the Bash reference manual (process substitution, here-strings,
/// <c>$'..'</c>, <c>((</c>); PowerShell, about_Quoting_Rules, about_Redirection, about_Parsing. One class in three files,
/// since its states call each other: commands; words; here-documents.
/// </remarks>
internal sealed partial class ShellReader
{
    private const int DeepestNesting = 50;

    /// <summary>Here-documents that wait on one line, and those whose end is searched for in vain.</summary>
    private const int MostHereDocuments = 16;

    private readonly string _text;
    private readonly bool _isPosix;
    private readonly List<SimpleCommand> _commands = [];
    private readonly List<string> _scripts = [];
    private readonly List<(SimpleCommand Command, string End, bool StripTabs, bool IsQuoted)> _waiting = [];
    private int _at;
    private int _end;
    private int _depth;
    private int _endless;
    private int _scanned;

    private ShellReader(string text, ShellDialect dialect)
    {
        _text = text;
        _end = text.Length;
        _isPosix = dialect == ShellDialect.Posix;
    }

    public IReadOnlyList<SimpleCommand> Commands => _commands;

    /// <summary>What stood in backticks: shell texts of their own.</summary>
    public IReadOnlyList<string> Scripts => _scripts;

    /// <summary>Whether a quote or a bracket has no end: the text is not of this dialect, or no shell text.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether it was given up, so that not all commands were seen.</summary>
    public bool IsGivenUp { get; private set; }

    public static ShellReader Read(string text, ShellDialect dialect)
    {
        var reader = new ShellReader(text, dialect);
        reader.ReadCommands(end: '\0');
        return reader;
    }

    private char Peek(int ahead = 0) => _at + ahead < _end ? _text[_at + ahead] : '\0';

    private bool Skip(char wanted)
    {
        if (_at >= _end || _text[_at] != wanted)
            return false;
        _at++;
        return true;
    }

    private void GiveUp()
    {
        IsBroken = IsGivenUp = true;
        _at = _end;
    }

    /// <summary>Commands up to a closing bracket, or to the end of the text.</summary>
    private void ReadCommands(char end)
    {
        if (++_depth > DeepestNesting)
        {
            GiveUp();
            return;
        }

        var command = new SimpleCommand();
        int brackets = 0, cases = 0;
        while (_at < _end)
        {
            var c = _text[_at];
            switch (c)
            {
                case ' ' or '\t' or '\r':
                    _at++;
                    continue;
                case '\n':
                    _at++;
                    command = Finish(command);
                    ReadHereDocuments();
                    continue;
                case '#':
                    var comment = _text.AsSpan(_at, _end - _at).IndexOf('\n');
                    _at = comment < 0 ? _end : _at + comment;
                    continue;
                case '|':
                    _at++;
                    var isPipe = !Skip('|');
                    _ = isPipe && Skip('&');
                    command = Finish(command);
                    command.IsFed = isPipe;
                    continue;
                case '&' when Peek(1) == '>':
                    _at++;
                    continue;
                case '<' or '>' when command.IsComparison:
                    _at++;
                    continue;
                case '<' or '>':
                    ReadRedirection(command);
                    continue;
                case '(' when Peek(1) == '(' && SkipArithmetic(1):
                    continue;
                case ')' when brackets == 0 && cases == 0 && end == ')':
                    _at++;
                    Finish(command);
                    _depth--;
                    return;
                case ';' or '&' or '(' or ')':
                    brackets = Math.Max(0, brackets + (c == '(' ? 1 : c == ')' ? -1 : 0));
                    _at++;
                    command = Finish(command);
                    continue;
                case '{' or '}' when !_isPosix:
                    _at++;
                    command = Finish(command);
                    continue;
            }

            var word = ReadWord();
            // The number of a redirection (2>&1; in PowerShell * too) is no argument.
            if (Peek() is '<' or '>' && (word.Text == "*" || word.Text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0))
                continue;
            if (word is { Text: "case" or "esac" } && command.IsAtStart)
                cases += word.Text == "case" ? 1 : -1;
            command.Add(word);
        }

        IsBroken |= end != '\0';
        Finish(command);
        _depth--;
    }

    private SimpleCommand Finish(SimpleCommand command)
    {
        // "cmd |" at a line's end: what follows is still fed.
        if (command.Words.Count == 0 && !command.Overwrites)
            return command;
        _commands.Add(command);
        return new SimpleCommand();
    }

    private void ReadRedirection(SimpleCommand command)
    {
        if (Peek() == '<' && Peek(1) == '#')
        {
            var comment = _text.AsSpan(_at, _end - _at).IndexOf("#>");
            IsBroken |= comment < 0;
            _at = comment < 0 ? _end : _at + comment + 2;
            return;
        }

        if (Peek(1) == '(')
        {
            _at += 2;
            ReadCommands(')');
            return;
        }

        if (_text[_at++] == '<')
        {
            if (Skip('<'))
            {
                if (Skip('<'))
                    command.Input.Add(ReadTarget().Text);
                else
                    ReadHereDocumentStart(command);
                return;
            }

            _ = Skip('>') || Skip('&');
            command.IsFed = true;
            ReadTarget();
            return;
        }

        var appends = Skip('>');
        _ = Skip('|') || Skip('!');
        var isCopy = Skip('&');
        var target = ReadTarget().Text;
        command.Overwrites |= !appends && !(isCopy && target.AsSpan().TrimEnd('-').IndexOfAnyExceptInRange('0', '9') < 0) && !RiskyWords.IsNoFile(target);
    }

    private ShellWord ReadTarget()
    {
        while (Peek() is ' ' or '\t')
            _at++;
        return ReadWord();
    }
}
