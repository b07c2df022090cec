using System.Text;
using CodeSyncer.Core.Context.Architecture;
using CodeSyncer.Core.Endpoints;

namespace CodeSyncer.Core.Context.Town;

/// <summary>ENDPOINTS.md of a town: what each project offers, who calls it, and what is called in vain. Without line numbers, which move with every edit.</summary>
public static class EndpointsDocument
{
    public const string Name = "ENDPOINTS.md";

    private const int MostCallers = 6;

    public static string Render(string town, IReadOnlyList<TownProject> rigs, EndpointMap map)
    {
        var document = new StringBuilder($"# Endpoints of {MarkdownText.Inline(town)}\n");
        var folders = rigs.ToDictionary(rig => rig.Rig, rig => rig.Folder, StringComparer.Ordinal);
        var offered = map.Offered().ToList();
        if (offered.Count == 0)
            document.Append("\nNo project declares one in a way that can be read.\n");
        foreach (var project in offered.GroupBy(one => (one.Endpoint.Rig, one.Endpoint.Project)).OrderBy(group => group.Key.Rig, StringComparer.Ordinal).ThenBy(group => group.Key.Project, StringComparer.Ordinal))
        {
            document.Append("\n## ").Append(MarkdownText.Inline(CallGraph.NameOf(project.Key))).Append("\n\n| Method | Path | In | Takes, gives | Called by |\n| --- | --- | --- | --- | --- |\n");
            foreach (var row in project.Select(one => Row(one, folders)).Distinct())
                document.Append(row).Append('\n');
        }

        var unmatched = map.Unmatched().Select(call => Row(call, folders)).Distinct().ToList();
        if (unmatched.Count > 0)
        {
            document.Append("\n## Called, and offered by nobody here\n\n");
            foreach (var row in unmatched)
                document.Append("* ").Append(row).Append('\n');
        }

        return document.ToString();
    }

    private static string Row(OfferedEndpoint offered, Dictionary<string, string?> folders)
    {
        var (endpoint, callers) = offered;
        var places = callers.Select(caller => Place(caller.Rig, caller.Path, folders)).Distinct().ToList();
        var types = (endpoint.Request, endpoint.Response) switch
        {
            (null, null) => "",
            ({ } request, null) => ArchitectureText.CodeCell(request),
            (null, { } response) => $"→ {ArchitectureText.CodeCell(response)}",
            var (request, response) => $"{ArchitectureText.CodeCell(request)} → {ArchitectureText.CodeCell(response)}",
        };
        var path = endpoint.IsKnown ? ArchitectureText.CodeCell(endpoint.Template) : "built at run time";
        return $"| {endpoint.Method} | {path} | {Place(endpoint.Rig, endpoint.Path, folders)} | {types} | {string.Join(", ", places.Take(MostCallers))}{(places.Count > MostCallers ? " and more" : "")} |";
    }

    private static string Row(UnmatchedCall unmatched, Dictionary<string, string?> folders)
    {
        var (call, nearest) = unmatched;
        return $"{ArchitectureText.Code($"{call.Method} {call.Template}")} in {Place(call.Rig, call.Path, folders)}{(nearest is null ? "" : $"; nearest: {ArchitectureText.Code($"{nearest.Method} {nearest.Template}")} of {MarkdownText.Inline(CallGraph.NameOf((nearest.Rig, nearest.Project)))}")}";
    }

    private static string Place(string rig, string path, Dictionary<string, string?> folders) => folders.GetValueOrDefault(rig) is { } folder
        ? MarkdownText.FileLink(path, $"../{string.Join('/', folder.Split('/').Select(Uri.EscapeDataString))}/").Replace("|", "\\|", StringComparison.Ordinal)
        : ArchitectureText.CodeCell($"{rig}/{path}");
}
