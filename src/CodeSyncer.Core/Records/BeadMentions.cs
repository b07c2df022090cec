namespace CodeSyncer.Core.Records;

/// <summary>Words of a text that can be the id of a bead, or of another tracker: <c>bd-a1b2</c>, <c>AUTH-001</c>, <c>#42</c>.</summary>
public static class BeadMentions
{
    /// <summary>Each once, in the order of the text.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var found = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            if (!IsPart(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsPart(text[i]))
                i++;
            var word = text[start..i].TrimEnd('.', '-').TrimStart('.', '-', '_');
            // An id has a hyphen and a digit or a hash behind it; #42 is one of a tracker.
            if ((word.Length is > 2 and < 80 && word.IndexOf('-') > 0 && !found.Contains(word)) || (word.Length > 1 && word[0] == '#' && char.IsDigit(word[1]) && !found.Contains(word)))
                found.Add(word);
        }

        return found;
    }

    /// <summary>Whether a text names an id as a word of its own, in any case: <c>feature/AUTH-001-login</c> does, <c>AUTH-0011</c> does not.</summary>
    public static bool Names(string text, string id)
    {
        for (var at = text.IndexOf(id, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(id, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + id.Length == text.Length || !(char.IsLetterOrDigit(text[at + id.Length]) || (text[at + id.Length] == '.' && at + id.Length + 1 < text.Length && char.IsDigit(text[at + id.Length + 1])))))
                return true;
        }

        return false;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '-' or '.' or '_' or '#';
}
