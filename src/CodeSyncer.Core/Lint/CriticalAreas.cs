using CodeSyncer.Core.Configuration;

namespace CodeSyncer.Core.Lint;

/// <summary>Which files belong to a critical topic: by a glob, or by the words of their path.</summary>
public sealed class CriticalAreas
{
    private readonly List<(CriticalTopic Topic, PathGlobs Paths, List<string[]> Phrases)> _topics;

    public CriticalAreas(IReadOnlyList<CriticalTopic> topics) =>
        _topics = [.. topics.Select(topic => (topic, new PathGlobs(topic.Paths), topic.Words.Select(WordsOf).ToList()))];

    public CriticalTopic? TopicOf(string path)
    {
        var words = WordsOf(path);
        return _topics.FirstOrDefault(area => area.Paths.Matches(path) || area.Phrases.Exists(phrase => Holds(words, phrase))).Topic;
    }

    private static bool Holds(string[] words, string[] phrase)
    {
        for (var i = 0; phrase.Length > 0 && i + phrase.Length <= words.Length; i++)
        {
            if (words.AsSpan(i, phrase.Length).SequenceEqual(phrase))
                return true;
        }

        return false;
    }

    /// <summary>Words in lower case: parted by anything that is no letter or digit, and where lower case turns to upper.</summary>
    private static string[] WordsOf(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var ends = i == text.Length || !char.IsLetterOrDigit(text[i]);
            var turns = !ends && i > start && char.IsUpper(text[i]) && char.IsLower(text[i - 1]);
            if (!ends && !turns)
                continue;
            if (i > start)
                words.Add(text[start..i].ToLowerInvariant());
            start = ends ? i + 1 : i;
        }

        return [.. words];
    }
}
