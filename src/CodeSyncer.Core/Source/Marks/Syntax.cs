using System.Buffers;

namespace CodeSyncer.Core.Source.Marks;

/// <summary>The marks of one language, ready to be found by their first character.</summary>
internal sealed class Syntax
{
    private readonly Mark[]?[] _byFirst = new Mark[128][];
    private readonly Dictionary<char, Mark[]> _beyondAscii = [];

    /// <param name="marks">The first that fits counts, so a longer mark stands before a shorter one.</param>
    /// <param name="triggers">Characters at which the lexer of the language has something to say.</param>
    public Syntax(IReadOnlyList<Mark> marks, string triggers)
    {
        Marks = marks;
        var first = new HashSet<char>(triggers);
        foreach (var mark in marks)
        {
            Register(mark.Open[0], mark);
            first.Add(mark.Open[0]);
            if (mark.IgnoreCase && char.IsAsciiLetter(mark.Open[0]))
            {
                Register((char)(mark.Open[0] ^ 0x20), mark);
                first.Add((char)(mark.Open[0] ^ 0x20));
            }
        }

        foreach (var hole in marks.OfType<StringForm>().SelectMany(form => form.Holes))
            first.UnionWith([hole.OpeningBracket, hole.Close[0], hole.Format]);
        first.Remove('\0');
        Triggers = SearchValues.Create([.. first]);
    }

    public IReadOnlyList<Mark> Marks { get; }

    /// <summary>Characters that are part of a word besides letters, digits and <c>_</c>.</summary>
    public string Word { get; init; } = "";

    /// <summary>Characters besides blanks behind which a word starts.</summary>
    public string Breaks { get; init; } = ";&|()";

    /// <summary>Words behind which no operator can stand, so that a slash begins a regular expression.</summary>
    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Keywords { get; init; } = Words([]);

    /// <summary>Elements of markup that hold another language, by name; the empty string: text.</summary>
    public Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> RawElements { get; init; } = Elements([]);

    public bool IsMarkup => RawElements.Dictionary.Count > 0;

    /// <summary>Every character at which something can begin or a bracket must be counted.</summary>
    public SearchValues<char> Triggers { get; }

    public ReadOnlySpan<Mark> MarksAt(char first) => first < 128 ? _byFirst[first] : _beyondAscii.GetValueOrDefault(first);

    public static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(IEnumerable<string> words) =>
        new HashSet<string>(words).GetAlternateLookup<ReadOnlySpan<char>>();

    public static Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Elements(IEnumerable<KeyValuePair<string, string>> elements) =>
        new Dictionary<string, string>(elements, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private void Register(char first, Mark mark)
    {
        if (first < 128)
            _byFirst[first] = [.. _byFirst[first] ?? [], mark];
        else
            _beyondAscii[first] = [.. _beyondAscii.GetValueOrDefault(first) ?? [], mark];
    }
}
