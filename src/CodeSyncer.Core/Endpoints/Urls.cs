namespace CodeSyncer.Core.Endpoints;

/// <summary>Addresses as they are written in code.</summary>
internal static class Urls
{
    private static readonly string[] QueryWords = ["query", "qs", "param", "search", "filter", "sort", "suffix", "args", "opt", "page"];
    private static readonly string[] PathWords = ["path", "url", "uri", "endpoint", "route", "resource"];
    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete", "del", "head", "query", "request", "fetch", "send", "call", "http", "load", "ajax"];

    /// <summary>Whether a text can be what a client asks for, and is no key of something else.</summary>
    /// <param name="isSure">The function that is given it takes nothing else.</param>
    public static bool LooksLikeOne(string text, bool isSure)
    {
        if (text.Length == 0 || text.Contains(' ') || text.StartsWith('.') || text.Contains('\n'))
            return false;
        if (text[0] == '/' || text.Contains("://", StringComparison.Ordinal))
            return true;
        var bare = Behind(text);
        return bare.Contains('/') || (bare.Length > 0 && bare.Length < text.Length) || (isSure && bare.Length > 0) || (isSure && text.StartsWith("{=", StringComparison.Ordinal) && text != "{=}");
    }

    /// <summary>Whether a text can be the path that a wrapper around a client is given.</summary>
    /// <param name="isVerb">The function's name says that it asks for something.</param>
    public static bool MayBePassed(string text, bool isVerb)
    {
        if (text.Length is 0 or > 300 || text.AsSpan().ContainsAny(' ', '\n', '<') || text[0] == '.')
            return false;
        var bare = Behind(text);
        // Config.UsersUrl: a constant, as it looks.
        if (bare.Length == 0)
            return isVerb && text.IndexOf('}') == text.Length - 1 && (text.Contains('.') || !text.Any(char.IsLower));
        return bare.Contains('/') || isVerb;
    }

    /// <summary>Whether an expression behind a word looks like what is asked, and not like a part of the path; what has no name may be either.</summary>
    public static bool IsQuery(string name) => name.Length == 0 || Array.Exists(QueryWords, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a parameter is called as a path is.</summary>
    private static bool IsPath(string name) => Array.Exists(PathWords, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether anything in a text is more than an expression.</summary>
    public static bool HasText(string text) => Behind(text).Length > 0;

    /// <summary>What stands behind the expressions that a text begins with.</summary>
    public static string Behind(string text)
    {
        while (text.StartsWith("{=", StringComparison.Ordinal) && text.IndexOf('}') is > 0 and var end)
            text = text[(end + 1)..];
        return text;
    }

    /// <summary>Whether a function's name says that it asks another program for something.</summary>
    public static bool IsVerb(string name) => Array.Exists(Verbs, verb => name.Contains(verb, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a template of HTML fills in is unknown.</summary>
    public static string WithoutTemplates(string text)
    {
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0 && text.IndexOf("}}", at, StringComparison.Ordinal) is > 0 and var end; at = text.IndexOf("{{", StringComparison.Ordinal))
            text = $"{text[..at]}{{=}}{text[(end + 2)..]}";
        return text;
    }

    /// <summary>Parameters that are values in a path are unknown.</summary>
    public static string WithoutParameters(string url)
    {
        for (var at = url.IndexOf("{#", StringComparison.Ordinal); at >= 0 && url.IndexOf('}', at) is > 0 and var end; at = url.IndexOf("{#", StringComparison.Ordinal))
            url = $"{url[..at]}{{=}}{url[(end + 1)..]}";
        return url;
    }

    /// <summary>
    /// Whether a parameter (<c>{#0}</c>) is where the path begins: true: nothing fixed stands before it, or it is called like a path; false: it goes on
    /// behind a fixed beginning (<c>/api/v1{#0}</c>); null: it is a value in a path (<c>/users/{#0}</c>), or an address in front of one.
    /// </summary>
    /// <param name="parameters">Of the function, in their order.</param>
    public static bool? HeadOf(string url, IReadOnlyList<string>? parameters = null)
    {
        var at = url.IndexOf("{#", StringComparison.Ordinal);
        if (at < 0)
            return null;
        var end = url.IndexOf('}', at);
        // An address that is given goes before a path that is known.
        if (url.AsSpan(end + 1).StartsWith("/") && url.Length > end + 2 && url[end + 2] != '{')
            return null;
        var before = url[..at];
        if (before.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme)
            before = before.IndexOf('/', scheme + 3) is >= 0 and var slash ? before[slash..] : "";
        before = Behind(before);
        if (before.Length == 0 || before == "/")
            return true;
        var name = url[(at + 2)..end];
        if (end == url.Length - 1 && before[^1] == '/' && IsPath(int.TryParse(name, out var place) && parameters is not null && place < parameters.Count ? parameters[place] : name))
            return true;
        return char.IsLetterOrDigit(before[^1]) ? false : null;
    }
}
