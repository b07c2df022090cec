namespace CodeSyncer.Core.Endpoints;

/// <summary>The methods of HTTP (RFC 9110, section 9; PATCH: RFC 5789).</summary>
internal static class Http
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT"];

    /// <summary>The method that a word names: <c>GET</c>, <c>get</c>, <c>MethodGet</c>, <c>HttpGet</c>. Null: none.</summary>
    public static string? MethodIn(string word)
    {
        foreach (var prefix in (string[])["", "Method", "Http", "METHOD_"])
        {
            if (!word.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            foreach (var method in Methods)
            {
                if (word.AsSpan(prefix.Length).Equals(method, StringComparison.OrdinalIgnoreCase))
                    return method;
            }
        }

        return null;
    }
}
