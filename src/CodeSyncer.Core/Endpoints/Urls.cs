namespace CodeSyncer.Core.Endpoints;

/// <summary>Addresses as they are written in code.</summary>
internal static class Urls
{
    /// <summary>Whether a text can be what a client asks for, and is no key of something else.</summary>
    /// <param name="isSure">The function that is given it takes nothing else.</param>
    public static bool LooksLikeOne(string text, bool isSure)
    {
        if (text.Length == 0 || text.Contains(' ') || text.StartsWith('.') || text.Contains('\n'))
            return false;
        if (text[0] == '/' || text.Contains("://", StringComparison.Ordinal))
            return true;
        var bare = text;
        while (bare.StartsWith("{=", StringComparison.Ordinal) && bare.IndexOf('}') is > 0 and var end)
            bare = bare[(end + 1)..];
        return bare.Contains('/') || (bare.Length > 0 && bare.Length < text.Length) || (isSure && bare.Length > 0) || (isSure && text.StartsWith("{=", StringComparison.Ordinal) && text != "{=}");
    }
}
