namespace CodeSyncer.Core.Tags;

/// <summary>
/// Tells talk about tags from tags: what stands in backticks, directly within quotes, in a fenced example or in a code element
/// of a documentation comment is quoted, not said. Marks must be asked for in the order of their places.
/// </summary>
internal sealed class Mentions
{
    private const string OpeningQuotes = "\"'“‘«「『„";
    private const string ClosingQuotes = "\"'”’»」』“";
    private static readonly string[] CodeElements = ["code", "pre", "c", "tt", "samp"];

    private readonly CommentRun run;
    private readonly List<(int Start, int End)> examples = [];
    private readonly int[] lastQuote = new int[ClosingQuotes.Length];
    private int example;
    private int line = -1;
    private int lastBacktick;
    private int countedTo;
    private int backticks;

    public Mentions(CommentRun run)
    {
        this.run = run;
        FindFences();
        FindCodeElements();
        examples.Sort();
    }

    public bool IsMention(int lineIndex, int at)
    {
        if (lineIndex != line) Enter(lineIndex);
        while (example < examples.Count && examples[example].End <= at) example++;
        if (example < examples.Count && examples[example].Start <= at) return true;
        return InBackticks(at) || InQuotes(at);
    }

    private void Enter(int lineIndex)
    {
        line = lineIndex;
        CommentLine own = run.Lines[lineIndex];
        ReadOnlySpan<char> text = run.Text.AsSpan(own.Start, own.End - own.Start);
        lastBacktick = own.Start + text.LastIndexOf('`');
        if (lastBacktick < own.Start) lastBacktick = -1;
        countedTo = own.Start;
        backticks = 0;
        for (int i = 0; i < ClosingQuotes.Length; i++)
        {
            int last = text.LastIndexOf(ClosingQuotes[i]);
            lastQuote[i] = last < 0 ? -1 : own.Start + last;
        }
    }

    private bool InBackticks(int at)
    {
        if (lastBacktick < 0) return false;
        for (; countedTo < at; countedTo++)
        {
            if (run.Text[countedTo] == '`' && run.Text[countedTo + 1] != '`') backticks++;
        }

        return backticks % 2 == 1 && lastBacktick > at;
    }

    private bool InQuotes(int at)
    {
        int start = run.Lines[line].Start;
        int before = at - 1;
        // A quoted line of code brings its comment marker along: "// @codesyncer-rule ...".
        while (before >= start && (char.IsWhiteSpace(run.Text[before]) || "/#*-;%!<".Contains(run.Text[before]))) before--;
        if (before < start) return false;
        int quote = OpeningQuotes.IndexOf(run.Text[before]);
        if (quote < 0 || lastQuote[quote] <= at) return false;
        return before == start || !TagMark.IsWord(run.Text[before - 1]);
    }

    /// <summary>Blocks between two lines of <c>```</c> or <c>~~~</c>; one that is never closed is none.</summary>
    private void FindFences()
    {
        int open = -1;
        char sign = '\0';
        for (int i = 0; i < run.Lines.Count; i++)
        {
            CommentLine line = run.Lines[i];
            int at = line.Start;
            while (at < line.End && (char.IsWhiteSpace(run.Text[at]) || run.Text[at] is '*' or '/' or '#' or '!')) at++;
            if (line.End - at < 3 || run.Text[at] is not ('`' or '~')) continue;
            char first = run.Text[at];
            if (run.Text[at + 1] != first || run.Text[at + 2] != first || (open >= 0 && first != sign)) continue;
            // "```code```" on one line is a code span.
            if (run.Text.AsSpan(at + 3, line.End - at - 3).Contains(first)) continue;
            if (open < 0)
            {
                open = line.Start;
                sign = first;
            }
            else
            {
                examples.Add((open, line.End));
                open = -1;
            }
        }
    }

    private void FindCodeElements()
    {
        string text = run.Text;
        int end = run.End;
        int open = -1;
        int brace = -1;
        int lineEnd = -1;
        string element = "";
        for (int at = run.Start; at < end; at++)
        {
            int found = text.AsSpan(at, end - at).IndexOfAny('<', '{');
            if (found < 0) return;
            at += found;
            ReadOnlySpan<char> rest = text.AsSpan(at, end - at);
            if (open < 0 && rest[0] == '{' && rest.StartsWith("{@code "))
            {
                if (brace < at) brace = IndexOrEnd(text, at, end, "}");
                if (lineEnd < at) lineEnd = IndexOrEnd(text, at, end, "\r\n");
                if (brace < lineEnd) examples.Add((at, brace));
            }
            else if (open < 0 && ElementAt(rest, 1) is { } name)
            {
                open = at;
                element = name;
            }
            else if (open >= 0 && rest.Length > 1 && rest[1] == '/' && ElementAt(rest, 2) == element)
            {
                examples.Add((open, at));
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
