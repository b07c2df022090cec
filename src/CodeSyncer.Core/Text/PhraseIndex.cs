namespace CodeSyncer.Core.Text;

/// <summary>Phrases by their last word, so that a word of a text meets only those that may end with it.</summary>
internal sealed class PhraseIndex
{
    /// <summary>What plurals are made of: without it, a word and its plural have one key.</summary>
    private const string Endings = "seiySEIY";

    private readonly Dictionary<string, List<Phrase>> _byEnd = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Phrase>> _byStart = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool[] _beginnings = new bool[1024];
    private readonly Dictionary<string, List<Phrase>>.AlternateLookup<ReadOnlySpan<char>> _ends;
    private readonly Dictionary<string, List<Phrase>>.AlternateLookup<ReadOnlySpan<char>> _starts;

    public PhraseIndex(IEnumerable<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            var (last, isStart) = phrase.Words[^1];
            var map = isStart ? _byStart : _byEnd;
            var key = isStart ? last[..Phrase.ShortestStart] : last.AsSpan().TrimEnd(Endings).ToString();
            if (!map.TryGetValue(key, out var list))
                map[key] = list = [];
            list.Add(phrase);
            _beginnings[BeginningOf(last)] = true;
            Longest = Math.Max(Longest, phrase.Words.Length);
        }

        _ends = _byEnd.GetAlternateLookup<ReadOnlySpan<char>>();
        _starts = _byStart.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Words of the longest phrase; 0 without phrases.</summary>
    public int Longest { get; }

    /// <summary>The number of words of the longest phrase that ends with the last word read; 0 where none does.</summary>
    /// <param name="words">The last words of the text, as places in it, in a ring.</param>
    /// <param name="count">Words read so far, the last one included.</param>
    public int EndingHere(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int Length)> words, int count)
    {
        var (start, length) = words[(count - 1) % words.Length];
        var last = text.Slice(start, length);
        if (!_beginnings[BeginningOf(last)])
            return 0;
        var longest = 0;
        if (_byEnd.Count > 0 && _ends.TryGetValue(last.TrimEnd(Endings), out var found))
            longest = LongestOf(found, text, words, count);
        if (_byStart.Count > 0 && length >= Phrase.ShortestStart && _starts.TryGetValue(last[..Phrase.ShortestStart], out found))
            longest = Math.Max(longest, LongestOf(found, text, words, count));
        return longest;
    }

    /// <summary>
    /// A number of a word's first two characters, which have no case in it and are in its plural the same: most words of a
    /// text end no phrase, and this tells it before they are looked up.
    /// </summary>
    private static int BeginningOf(ReadOnlySpan<char> word) =>
        ((Fold(word[0]) * 37) + (word.Length > 1 ? Fold(word[1]) : 0)) & 1023;

    private static int Fold(char c) => char.IsAscii(c) ? c | 0x20 : char.ToUpperInvariant(c);

    private static int LongestOf(List<Phrase> phrases, ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int Length)> words, int count)
    {
        var longest = 0;
        foreach (var phrase in phrases)
        {
            var length = phrase.Words.Length;
            if (length <= longest || length > count)
                continue;
            var place = length - 1;
            for (; place >= 0; place--)
            {
                var (start, size) = words[(count - length + place) % words.Length];
                if (!phrase.IsWord(place, text.Slice(start, size)))
                    break;
            }

            if (place < 0)
                longest = length;
        }

        return longest;
    }
}
