using System.Globalization;
using CodeSyncer.Core.Configuration;

namespace CodeSyncer.Core.Lint;

/// <summary>Which files belong to a critical topic: by a glob, or by the words of their path.</summary>
public sealed class CriticalAreas
{
    private readonly List<(CriticalTopic Topic, PathGlobs Paths, List<string[]> Phrases)> _topics;

    public CriticalAreas(IReadOnlyList<CriticalTopic> topics) =>
        _topics = [.. topics.Select(topic => (topic, new PathGlobs(topic.Paths), topic.Words.Select(word => WordsOf(word, fine: false)).ToList()))];

    /// <summary>The first topic that a file belongs to, or null.</summary>
    public CriticalTopic? TopicOf(string path)
    {
        var coarse = WordsOf(path, fine: false);
        var fine = WordsOf(path, fine: true);
        return _topics.FirstOrDefault(area => area.Paths.Matches(path)
            || area.Phrases.Exists(phrase => Holds(coarse, phrase) || Holds(fine, phrase))).Topic;
    }

    private static bool Holds(string[] words, string[] phrase)
    {
        for (var i = 0; phrase.Length > 0 && i + phrase.Length <= words.Length; i++)
        {
            var k = 0;
            while (k < phrase.Length && IsWord(words[i + k], phrase[k]))
                k++;
            if (k == phrase.Length)
                return true;
        }

        return false;
    }

    /// <summary>Scripts without case (Korean, Chinese, Japanese) put words together without a mark between them.</summary>
    private static bool IsWord(string word, string wanted) =>
        char.GetUnicodeCategory(wanted[0]) == UnicodeCategory.OtherLetter
            ? word.Contains(wanted, StringComparison.Ordinal)
            : word == wanted;

    /// <summary>
    /// Words in lower case: parted by anything that is no letter or digit, and where lower case turns to upper
    /// (<c>CreditCard</c>, <c>OAuth</c>). Fine: where an acronym ends (<c>PIIFilter</c>) and at digits (<c>S3Backup</c>) too.
    /// </summary>
    private static string[] WordsOf(string text, bool fine)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var ends = i == text.Length || !char.IsLetterOrDigit(text[i]);
            var turns = !ends && i > start && (Turns(text, i) || (fine && TurnsFine(text, i)));
            if (!ends && !turns)
                continue;
            if (i > start)
                words.Add(text[start..i].ToLowerInvariant());
            start = ends ? i + 1 : i;
        }

        return [.. words];
    }

    private static bool Turns(string text, int at) => char.IsUpper(text[at]) && char.IsLower(text[at - 1]);

    private static bool TurnsFine(string text, int at) =>
        char.IsDigit(text[at]) != char.IsDigit(text[at - 1])
        || (char.IsUpper(text[at]) && char.IsUpper(text[at - 1]) && at + 1 < text.Length && char.IsLower(text[at + 1]));
}
