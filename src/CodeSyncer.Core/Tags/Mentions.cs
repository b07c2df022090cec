namespace CodeSyncer.Core.Tags;

/// <summary>
/// Tells talk about tags from tags: what stands in _backticks, directly within quotes, in a fenced example or in a code element
/// of a documentation comment is quoted, not said. Marks must be asked for in the order of their places.
/// </summary>
internal sealed class Mentions
{
    private const string OpeningQuotes = "\"'“‘«「『„";
    private const string ClosingQuotes = "\"'”’»」』“";
    private static readonly string[] CodeElements = ["code", "pre", "c", "tt", "samp"];

    private readonly CommentRun _run;
    private readonly List<(int Start, int End)> _examples = [];
    private readonly int[] _lastQuote = new int[ClosingQuotes.Length];
    private int _example;
    private int _line = -1;
    private int _lastBacktick;
    private int _countedTo;
    private int _backticks;

    public Mentions(CommentRun run)
    {
        _run = run;
        ReadOnlySpan<char> text = run.Text.AsSpan(run.Start, run.End - run.Start);
        if (text.Contains("```", StringComparison.Ordinal) || text.Contains("~~~", StringComparison.Ordinal)) FindFences();
        if (text.ContainsAny('<', '{')) FindCodeElements();
        _examples.Sort();
    }

    public bool IsMention(int lineIndex, int at)
    {
        if (lineIndex != _line) Enter(lineIndex);
        while (_example < _examples.Count && _examples[_example].End <= at) _example++;
        if (_example < _examples.Count && _examples[_example].Start <= at) return true;
        return InBackticks(at) || InQuotes(at);
    }

    /// <summary>Whether the words between two marks make a list of them: what is said of the first is said of the second.</summary>
    public static bool Joins(ReadOnlySpan<char> between) =>
        between.Length < 8 && !between.IsWhiteSpace() && between.Trim(" \t,;/|&") is "" or "and" or "or" or "및" or "和" or "と";

    private void Enter(int lineIndex)
    {
        _line = lineIndex;
        CommentLine own = _run.Lines[lineIndex];
        ReadOnlySpan<char> text = _run.Text.AsSpan(own.Start, own.End - own.Start);
        _lastBacktick = own.Start + text.LastIndexOf('`');
        if (_lastBacktick < own.Start) _lastBacktick = -1;
        _countedTo = own.Start;
        _backticks = 0;
        for (int i = 0; i < ClosingQuotes.Length; i++)
        {
            int last = text.LastIndexOf(ClosingQuotes[i]);
            _lastQuote[i] = last < 0 ? -1 : own.Start + last;
        }
    }

    private bool InBackticks(int at)
    {
        if (_lastBacktick < 0) return false;
        for (; _countedTo < at; _countedTo++)
        {
            if (_run.Text[_countedTo] == '`' && _run.Text[_countedTo + 1] != '`') _backticks++;
        }

        return _backticks % 2 == 1 && _lastBacktick > at;
    }

    private bool InQuotes(int at)
    {
        int start = _run.Lines[_line].Start;
        int before = at - 1;
        // A quoted line of code brings its comment marker along: "// @codesyncer-rule ...".
        while (before >= start && (char.IsWhiteSpace(_run.Text[before]) || "/#*-;%!<".Contains(_run.Text[before]))) before--;
        if (before < start) return false;
        int quote = OpeningQuotes.IndexOf(_run.Text[before]);
        if (quote < 0 || _lastQuote[quote] <= at) return false;
        return before == start || !TagMark.IsWord(_run.Text[before - 1]);
    }

    /// <summary>Blocks between two lines of <c>```</c> or <c>~~~</c>; one that is never closed is none.</summary>
    private void FindFences()
    {
        int open = -1;
        char sign = '\0';
        for (int i = 0; i < _run.Lines.Count; i++)
        {
            CommentLine line = _run.Lines[i];
            int at = line.Start;
            while (at < line.End && (char.IsWhiteSpace(_run.Text[at]) || _run.Text[at] is '*' or '/' or '#' or '!')) at++;
            if (line.End - at < 3 || _run.Text[at] is not ('`' or '~')) continue;
            char first = _run.Text[at];
            if (_run.Text[at + 1] != first || _run.Text[at + 2] != first || (open >= 0 && first != sign)) continue;
            // "```code```" on one line is a code span.
            if (_run.Text.AsSpan(at + 3, line.End - at - 3).Contains(first)) continue;
            if (open < 0)
            {
                open = line.Start;
                sign = first;
            }
            else
            {
                _examples.Add((open, line.End));
                open = -1;
            }
        }
    }

    private void FindCodeElements()
    {
        string text = _run.Text;
        int end = _run.End;
        int open = -1;
        int brace = -1;
        int lineEnd = -1;
        string element = "";
        for (int at = _run.Start; at < end; at++)
        {
            int found = text.AsSpan(at, end - at).IndexOfAny('<', '{');
            if (found < 0) return;
            at += found;
            ReadOnlySpan<char> rest = text.AsSpan(at, end - at);
            if (open < 0 && rest[0] == '{' && rest.StartsWith("{@code "))
            {
                if (brace < at) brace = IndexOrEnd(text, at, end, "}");
                if (lineEnd < at) lineEnd = IndexOrEnd(text, at, end, "\r\n");
                if (brace < lineEnd) _examples.Add((at, brace));
            }
            else if (open < 0 && ElementAt(rest, 1) is { } name)
            {
                open = at;
                element = name;
            }
            else if (open >= 0 && rest.Length > 1 && rest[1] == '/' && ElementAt(rest, 2) == element)
            {
                _examples.Add((open, at));
                open = -1;
            }
        }
    }

    private static int IndexOrEnd(string text, int at, int end, string signs)
    {
        int found = text.AsSpan(at, end - at).IndexOfAny(signs);
        return found < 0 ? end : at + found;
    }

    private static string? ElementAt(ReadOnlySpan<char> rest, int offset)
    {
        foreach (string name in CodeElements)
        {
            int after = offset + name.Length;
            if (rest.Length > after && rest[offset..after].SequenceEqual(name) && rest[after] is '>' or ' ') return name;
        }

        return null;
    }
}
