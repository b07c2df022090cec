namespace CodeSyncer.Core.Text;

/// <summary>Takes a text apart into words, one after the other, without copying.</summary>
internal ref struct WordReader(ReadOnlySpan<char> text, WordSplit split)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public int Start { get; private set; }

    public int Length { get; private set; }

    /// <summary>Whether a finer split would have given other words so far.</summary>
    public bool HasTurns { get; private set; }

    public bool Next()
    {
        while (_at < _text.Length && !char.IsLetterOrDigit(_text[_at]))
            _at++;
        Start = _at;
        while (_at < _text.Length && char.IsLetterOrDigit(_text[_at]))
        {
            // Most of all text by far: a small letter behind another one.
            var isPlain = _at > Start && char.IsAsciiLetterLower(_text[_at]) && char.IsAsciiLetterLower(_text[_at - 1]);
            if (!isPlain && _at > Start && (Turns(_at) || TurnsFine(_at)))
            {
                if (split == WordSplit.Fine || (split == WordSplit.Coarse && Turns(_at)))
                    break;
                HasTurns = true;
            }

            _at++;
        }

        Length = _at - Start;
        return Length > 0;
    }

    private readonly bool Turns(int at) => char.IsUpper(_text[at]) && char.IsLower(_text[at - 1]);

    private readonly bool TurnsFine(int at) =>
        char.IsDigit(_text[at]) != char.IsDigit(_text[at - 1])
        || (char.IsUpper(_text[at]) && char.IsUpper(_text[at - 1]) && at + 1 < _text.Length && char.IsLower(_text[at + 1]));
}
