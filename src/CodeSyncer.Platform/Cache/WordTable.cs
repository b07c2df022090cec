using System.Text;

namespace CodeSyncer.Platform.Cache;

/// <summary>Strings for the few texts that thousands of tags share, such as kinds, languages and dates: each is made once.</summary>
internal sealed class WordTable
{
    private const int Slots = 256;
    private const int LongestWord = 32;

    [ThreadStatic]
    private static WordTable? _ofThisThread;

    private readonly (byte[]? Bytes, string Text)[] _words = new (byte[]?, string)[Slots];

    public static WordTable OfThisThread => _ofThisThread ??= new WordTable();

    public string TextOf(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > LongestWord)
            return Encoding.UTF8.GetString(utf8);
        ref var word = ref _words[((utf8[0] * 31) + (utf8[^1] * 7) + (utf8[utf8.Length / 2] * 3) + utf8.Length) % Slots];
        if (word.Bytes is null || !utf8.SequenceEqual(word.Bytes))
            word = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        return word.Text;
    }
}
