namespace CodeSyncer.Core.Records;

/// <summary>Tells by the words that head a block what is in it.</summary>
internal static class BlockHead
{
    /// <summary>What holds members: the first thing in it is one of them and says nothing of the others.</summary>
    private static readonly HashSet<string> OfMembers = new(StringComparer.Ordinal)
    {
        "class", "struct", "interface", "enum", "record", "trait", "impl", "object", "namespace", "module", "package", "protocol", "extension", "union", "type",
        "service", "message", "actor", "mixin", "contract", "schema", "Class", "Structure", "Interface", "Enum", "Module", "Namespace",
    };

    /// <summary>What holds statements, though no parenthesis follows.</summary>
    private static readonly HashSet<string> OfStatements = new(StringComparer.Ordinal)
    {
        "else", "try", "do", "finally", "catch", "except", "begin", "loop", "default", "if", "elif", "elsif", "while", "for", "foreach", "match", "switch", "case", "with",
        "when", "unless", "until", "def", "fn", "func", "fun", "function", "proc", "sub", "init", "get", "set", "async", "go", "defer", "rescue", "ensure", "unsafe", "lock",
    };

    /// <summary>Whether a block holds statements that run one after the other, so that the first comment in it may be about all of them.</summary>
    public static bool HoldsStatements(string head)
    {
        var end = head.IndexOfAny(['(', '{', ':', '=', '<']);
        var words = (end < 0 ? head : head[..end]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var isCall = end >= 0 && head[end] == '(';
        // In "}  else {" the brace comes first.
        var first = words.Length > 0 ? words[0] : head.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => char.IsLetter(word[0])) ?? "";
        if (OfStatements.Contains(first))
            return true;
        for (var i = 0; i < words.Length; i++)
        {
            // The last word before a parenthesis is a name: "Type type()".
            if (OfMembers.Contains(words[i]) && !(isCall && (i == words.Length - 1 || words[i] == "object")))
                return false;
        }

        return head.Contains('(');
    }
}
