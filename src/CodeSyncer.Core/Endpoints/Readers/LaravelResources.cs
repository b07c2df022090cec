namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>The routes of a resource of Laravel (Laravel documentation, "Resource Controllers").</summary>
internal static class LaravelResources
{
    private static readonly (string Action, string Method, string Path, bool IsForm)[] Actions =
    [
        ("index", "GET", "", false), ("create", "GET", "/create", true), ("store", "POST", "", false), ("show", "GET", "/{}", false),
        ("edit", "GET", "/{}/edit", true), ("update", "PUT", "/{}", false), ("update", "PATCH", "/{}", false), ("destroy", "DELETE", "/{}", false),
    ];

    public static bool IsOne(string method) => method is "resource" or "apiResource" or "resources" or "apiResources";

    /// <summary>Action, method and path of each route; <c>photos.comments</c> is nested.</summary>
    public static IEnumerable<(string Action, string Method, string Path)> Of(string name, bool isApi)
    {
        var parts = name.Trim('/').Split('.');
        var prefix = string.Concat(parts.SkipLast(1).Select(part => $"/{part}/{{{Singular(part)}}}")) + "/" + parts[^1];
        foreach (var (action, method, path, isForm) in Actions)
        {
            if (!isApi || !isForm)
                yield return (action, method, prefix + path.Replace("{}", $"{{{Singular(parts[^1])}}}", StringComparison.Ordinal));
        }
    }

    private static string Singular(string name)
    {
        var last = name[(name.LastIndexOf('/') + 1)..].Replace('-', '_');
        return last.EndsWith("ies", StringComparison.Ordinal) ? last[..^3] + "y" : last.EndsWith('s') ? last[..^1] : last;
    }
}
