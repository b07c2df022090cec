namespace CodeSyncer.Core.Configuration;

/// <summary>What a glob in a configuration must not be: a way out of the repository, or a pattern that can match nothing.</summary>
internal static class ConfigGlob
{
    /// <summary>Message and hint where a glob is refused; null where it may stand.</summary>
    public static (string Message, string Hint)? Refuse(string glob)
    {
        var shown = ConfigNode.Quote(glob);
        var body = glob.StartsWith('!') ? glob[1..] : glob;
        if (body.Split('/', '\\').Contains(".."))
            return ($"{shown} leads out of the repository", "write it relative to the root, without '..'");
        if ((body.Length > 1 && char.IsAsciiLetter(body[0]) && body[1] == ':') || body.StartsWith("//", StringComparison.Ordinal) || body.StartsWith('~'))
            return ($"{shown} is an absolute path", "write it relative to the root of the repository");
        if (glob.AsSpan().ContainsAny('\n', '\r'))
            return ($"{shown} holds a line end", "write one glob an item");
        if (HasBackslashBetweenNames(body))
            return ($"{shown} has a backslash between names", "write / between folders; a backslash quotes what follows it");
        var parsed = new PathGlob(glob);
        if (parsed.IsEmpty || body.Length == 0)
            return ($"{shown} matches nothing", @"write a glob; '\#' begins a name with a number sign");
        return parsed.IsInvalid || body.Trim('/').Contains("//", StringComparison.Ordinal)
            ? ($"{shown} matches nothing", "close every [ and write one slash between folders")
            : null;
    }

    /// <summary>Nobody quotes a letter or a digit: <c>src\gen</c> is a path of Windows, which git would read as "srcgen".</summary>
    private static bool HasBackslashBetweenNames(string glob)
    {
        for (var i = 0; i + 1 < glob.Length; i++)
        {
            if (glob[i] == '\\' && char.IsLetterOrDigit(glob[++i]))
                return true;
        }

        return false;
    }
}
