using System.Buffers;

namespace CodeSyncer.Core.Source;

/// <summary>The marks of one language, ready to be found by their first character.</summary>
internal sealed class Syntax
{
    private readonly Mark[]?[] _byFirst = new Mark[128][];

    /// <param name="marks">The first that fits counts, so a longer mark stands before a shorter one.</param>
    /// <param name="word">Characters that are part of a word besides letters, digits and <c>_</c>.</param>
    /// <param name="triggers">Characters at which the lexer of the language has something to say.</param>
    public Syntax(IReadOnlyList<Mark> marks, string word = "", string triggers = "")
    {
        Marks = marks;
        Word = word;
        foreach (var mark in marks)
        {
            var first = mark.Open[0];
            Register(first, mark);
            if (mark.IgnoreCase && char.IsAsciiLetter(first))
                Register((char)(first ^ 0x20), mark);
        }

        var brackets = marks.OfType<StringForm>().Where(form => form.HoleOpen is not null)
            .Select(form => $"{(form.HoleFormat == 0 ? "" : form.HoleFormat)}{OpeningOf(form.HoleClose[0])}{form.HoleClose[0]}");
        FirstCharacters = string.Concat([triggers, .. brackets, .. marks.Select(mark => mark.Open[..1]),
            .. marks.Where(mark => mark.IgnoreCase).Select(mark => mark.Open[..1].ToLowerInvariant() + mark.Open[..1].ToUpperInvariant())]);
        Triggers = SearchValues.Create(FirstCharacters);
    }

    public IReadOnlyList<Mark> Marks { get; }

    public string Word { get; }

    /// <summary>Every character at which something can begin or a bracket must be counted.</summary>
    public string FirstCharacters { get; }

    public SearchValues<char> Triggers { get; }

    public ReadOnlySpan<Mark> MarksAt(char first) => first < 128 ? _byFirst[first] : default;

    public static char OpeningOf(char close) => close switch { ')' => '(', ']' => '[', '}' => '{', _ => '\0' };

    private void Register(char first, Mark mark) => _byFirst[first] = [.. _byFirst[first] ?? [], mark];
}
