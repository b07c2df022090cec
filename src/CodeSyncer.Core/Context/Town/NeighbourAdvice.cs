using System.Text;
using CodeSyncer.Core.Context.Architecture;
using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Context.Town;

/// <summary>
/// What files have to do with other projects: first what was taken away or changed under its callers, then what they offer others, what they call, and what is
/// decided there.
/// </summary>
public static class NeighbourAdvice
{
    private const int MostCallers = 4;
    private const int MostTags = 8;
    private const int LongestText = 300;

    /// <summary>Empty: nothing.</summary>
    /// <param name="heading">The first line, without its line end.</param>
    /// <param name="rig">Of the files; empty: a repository on its own.</param>
    /// <param name="paths">The files, relative to the root of the rig.</param>
    /// <param name="changes">What the branch did to endpoints on which others rely.</param>
    /// <param name="tagsOf">The tags of a file of a rig.</param>
    /// <param name="most">Characters.</param>
    public static string Render(string heading, EndpointMap map, string rig, IReadOnlyCollection<string> paths, IReadOnlyList<EndpointChange> changes, Func<string, string, IEnumerable<Tag>> tagsOf, int most)
    {
        var lines = new List<string>();
        var places = new List<(string Rig, string Path)>();
        foreach (var change in changes)
        {
            lines.Add(Changed(change));
            places.AddRange(change.Callers.Select(caller => (caller.Rig, caller.Path)));
        }

        var told = changes.Select(change => change.Endpoint).ToHashSet();
        foreach (var (endpoint, callers) in map.Offered().Where(one => one.Endpoint.Rig == rig && paths.Contains(one.Endpoint.Path) && !told.Contains(one.Endpoint)))
        {
            // What nobody else relies on is the project's own affair.
            var others = callers.Where(caller => (caller.Rig, caller.Project) != (endpoint.Rig, endpoint.Project)).ToList();
            if (others.Count == 0)
                continue;
            lines.Add($"- offers {ArchitectureText.Code($"{endpoint.Method} {endpoint.Template}")}{Types(endpoint)}, called at {Places(others)}\n");
            places.AddRange(others.Select(caller => (caller.Rig, caller.Path)));
        }

        bool IsOurs(EndpointCall call) => call.Rig == rig && paths.Contains(call.Path);
        var unmatched = map.Unmatched(IsOurs).DistinctBy(one => one.Call).ToDictionary(one => one.Call, one => one.Nearest);
        foreach (var call in map.Calls.Where(IsOurs))
        {
            var asked = ArchitectureText.Code($"{call.Method} {call.Template}");
            foreach (var endpoint in map.AnswersOf(call).Take(2))
            {
                lines.Add($"- calls {asked}: {Place(endpoint.Rig, endpoint.Path, endpoint.Line)}{Types(endpoint)}\n");
                places.Add((endpoint.Rig, endpoint.Path));
            }

            if (unmatched.TryGetValue(call, out var nearest))
                lines.Add($"- calls {asked}, **which nobody offers**{(nearest is null ? "" : $"; nearest: {ArchitectureText.Code($"{nearest.Method} {nearest.Template}")} at {Place(nearest.Rig, nearest.Path, nearest.Line)}")}\n");
        }

        if (lines.Count == 0)
            return "";
        foreach (var (other, path) in places.Distinct().Where(place => place.Rig != rig || !paths.Contains(place.Path)))
        {
            foreach (var tag in tagsOf(other, path).Where(tag => tag.Kind is TagKind.Decision or TagKind.Rule or TagKind.Context or TagKind.Why).Take(MostTags))
                lines.Add($"- on record there: {TagLine.Render(tag with { Path = other.Length == 0 ? tag.Path : $"{other}/{tag.Path}" }, tag.Kind, "", longest: LongestText)}\n");
        }

        var text = new StringBuilder(heading).Append('\n');
        foreach (var line in lines.Distinct())
        {
            if (text.Length + line.Length > most - 60)
            {
                text.Append("- and more: `codesyncer endpoints --town`\n");
                break;
            }

            text.Append(line);
        }

        return text.ToString();
    }

    private static string Changed(EndpointChange change)
    {
        var name = ArchitectureText.Code($"{change.Endpoint.Method} {change.Endpoint.Template}");
        return change.IsGone
            ? $"- **offers no more** {name}, still called at {Places(change.Callers)}\n"
            : $"- **changed** {name} under its callers at {Places(change.Callers)}: {MarkdownText.Inline(string.Join("; ", change.Differences))}\n";
    }

    private static string Places(IReadOnlyList<EndpointCall> callers) =>
        string.Join(", ", callers.Take(MostCallers).Select(caller => Place(caller.Rig, caller.Path, caller.Line))) + (callers.Count > MostCallers ? " and more" : "");

    private static string Types(Endpoint endpoint) => (endpoint.Request, endpoint.Response) switch
    {
        (null, null) => "",
        ({ } request, null) => $" (takes {ArchitectureText.Code(request)})",
        (null, { } response) => $" (gives {ArchitectureText.Code(response)})",
        var (request, response) => $" (takes {ArchitectureText.Code(request)}, gives {ArchitectureText.Code(response)})",
    };

    private static string Place(string rig, string path, int line) => ArchitectureText.Code(rig.Length == 0 ? $"{path}:{line}" : $"{rig}/{path}:{line}");
}
