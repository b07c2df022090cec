namespace CodeSyncer.Core.Text;

/// <summary>
/// Words and phrases that are looked for in prose, identifiers and paths: in any case, as whole words, in the singular or
/// the plural, across punctuation (<c>rm -rf</c> is "rm", "rf"). <c>CreditCard</c>, <c>credit_card</c> and "credit cards"
/// hold "credit card"; a word with <c>*</c> stands for all that begin so; words of scripts without case are looked for
/// within other words.
/// </summary>
public sealed class PhraseSet
{
    private readonly PhraseIndex _phrases;
    private readonly PhraseIndex _exceptions;
    private readonly Phrase[] _caseless;

    /// <param name="exceptions">
    /// Phrases within which one does not count: "pay attention" takes "pay" out. Those of scripts without case are not heeded.
    /// </param>
    public PhraseSet(IEnumerable<string> phrases, IEnumerable<string>? exceptions = null)
    {
        var all = phrases.SelectMany(Phrase.Parse).ToLookup(phrase => phrase.IsCaseless);
        _caseless = [.. all[true]];
        _phrases = new PhraseIndex(all[false]);
        _exceptions = new PhraseIndex((exceptions ?? []).SelectMany(Phrase.Parse).Where(phrase => !phrase.IsCaseless));
    }

    /// <summary>Whether one of the phrases is in a text, in time linear in its length for given phrases.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        if (_phrases.Longest > 0 && (IsIn(text, WordSplit.Whole, out var turns) || (turns && (IsIn(text, WordSplit.Coarse, out turns) || IsIn(text, WordSplit.Fine, out _)))))
            return true;
        // Scripts without case begin with Hebrew; a text of none of them needs no such search.
        if (_caseless.Length > 0 && !text.ContainsAnyInRange('\u0590', '\uffff'))
            return false;
        foreach (var phrase in _caseless)
        {
            if (phrase.IsWithin(text))
                return true;
        }

        return false;
    }

    private bool IsIn(ReadOnlySpan<char> text, WordSplit split, out bool turns)
    {
        var words = new (int, int)[Math.Max(_phrases.Longest, _exceptions.Longest)];
        var waiting = new List<(int First, int End)>();
        var reader = new WordReader(text, split);
        var count = 0;
        while (reader.Next())
        {
            words[count++ % words.Length] = (reader.Start, reader.Length);
            if (_phrases.EndingHere(text, words, count) is > 0 and var length)
                waiting.Add((count - length, count));
            if (waiting.Count == 0)
                continue;
            // An exception that holds the phrase may end with a later word.
            if (_exceptions.EndingHere(text, words, count) is > 0 and var excepted)
                waiting.RemoveAll(found => found.First >= count - excepted);
            if (waiting.Count > 0 && count - waiting[0].First >= _exceptions.Longest)
                break;
        }

        turns = reader.HasTurns;
        return waiting.Count > 0;
    }
}
