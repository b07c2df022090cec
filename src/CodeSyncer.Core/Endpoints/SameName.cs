namespace CodeSyncer.Core.Endpoints;

/// <summary>A value is often called like its type: <c>_requestProvider</c> is an <c>IRequestProvider</c>, <c>settings</c> a <c>Settings</c>.</summary>
internal static class SameName
{
    public static bool Is(string type, string value) => Plain(type) == Plain(value);

    public static string Plain(string name)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal).TrimStart('$');
        if (plain.Length > 2 && plain[0] == 'I' && char.IsUpper(plain[1]))
            plain = plain[1..];
        return plain.ToLowerInvariant();
    }
}
