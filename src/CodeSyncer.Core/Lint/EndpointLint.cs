using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Endpoints;

namespace CodeSyncer.Core.Lint;

/// <summary>Judges what projects call of each other. Every rig's findings matter as much as its own configuration says.</summary>
public static class EndpointLint
{
    private static readonly string[] Rules = [LintRuleId.UnmatchedCall, LintRuleId.ChangedEndpoint];

    /// <summary>Whether a configuration makes a rule about endpoints an error: only then may one stop a commit.</summary>
    public static bool CanStop(Settings settings) => Rules.Any(rule => Severity(settings, rule) == LintSeverity.Error);

    /// <param name="map">Of all projects.</param>
    /// <param name="before">What the projects offered before what is judged now: where their branches began.</param>
    /// <param name="settingsOf">The configuration of a rig.</param>
    public static IReadOnlyList<LintFinding> Run(EndpointMap map, IReadOnlyList<Endpoint> before, Func<string, Settings> settingsOf)
    {
        var unmatched = map.Unmatched().ToList();
        var earlier = new EndpointMap(before, []).Endpoints;
        var findings = unmatched.Select(Unmatched).Concat(Gone(map, earlier, unmatched)).Concat(Retyped(map, earlier));
        return [.. findings.Select(finding => finding with { Severity = Severity(settingsOf(finding.Rig), finding.Rule) }).Where(finding => finding.Severity != LintSeverity.Off)];
    }

    private static LintFinding Unmatched(UnmatchedCall one)
    {
        var (call, nearest) = one;
        return new LintFinding(LintRuleId.UnmatchedCall, LintSeverity.Off, $"nobody offers {call.Method} {call.Template}",
            nearest is null ? "check the path, or add the project that offers it to the town" : $"did you mean {nearest.Method} {nearest.Template} ({Place(nearest.Rig, nearest.Path, nearest.Line)})?",
            call.Path, call.Line, call.Line, null)
        { Rig = call.Rig };
    }

    /// <summary>Endpoints that were taken away or renamed, and are called as before.</summary>
    private static IEnumerable<LintFinding> Gone(EndpointMap map, IReadOnlyList<Endpoint> before, IReadOnlyList<UnmatchedCall> unmatched)
    {
        var now = map.Endpoints.Select(endpoint => (endpoint.Rig, endpoint.Method, endpoint.Template)).ToHashSet();
        var gone = before.Where(endpoint => endpoint.IsKnown && !now.Contains((endpoint.Rig, endpoint.Method, endpoint.Template)));
        foreach (var (endpoint, callers) in new EndpointMap(gone, unmatched.Select(one => one.Call)).Offered().Where(one => one.Callers.Count > 0))
            yield return Changed(endpoint, $"{endpoint.Method} {endpoint.Template} is offered no more, and is still called at {Places(callers)}", "change the callers with it, or keep the endpoint until they are");
    }

    /// <summary>Endpoints that take or give another type than before, under callers in other projects; within one the compiler or its tests tell.</summary>
    private static IEnumerable<LintFinding> Retyped(EndpointMap map, IReadOnlyList<Endpoint> before)
    {
        var earlier = before.Where(endpoint => endpoint.IsKnown).ToLookup(KeyOf);
        foreach (var (endpoint, all) in map.Offered().Where(one => one.Callers.Count > 0))
        {
            var old = earlier[KeyOf(endpoint)].ToList();
            // Offered at several places it cannot be told which one became which.
            if (old.Count != 1)
                continue;
            var changes = new[] { Difference("request", old[0].Request, endpoint.Request), Difference("response", old[0].Response, endpoint.Response) }.OfType<string>().ToList();
            // A caller that names the new type has been changed with it.
            var callers = all.Where(caller => (caller.Rig, caller.Project) != (endpoint.Rig, endpoint.Project) && !(caller.Response is not null && caller.Response == endpoint.Response && old[0].Response != endpoint.Response)).ToList();
            if (changes.Count > 0 && callers.Count > 0)
                yield return Changed(endpoint, $"{endpoint.Method} {endpoint.Template} was changed under its callers at {Places(callers)}: {string.Join("; ", changes)}", "change the callers with it, or keep the old form until they are");
        }
    }

    private static string? Difference(string what, string? before, string? now) =>
        before is null || now is null || before == now ? null : $"its {what} was {before} and is {now}";

    private static (string, string, string, string) KeyOf(Endpoint endpoint) => (endpoint.Rig, endpoint.Project, endpoint.Method, endpoint.Template);

    private static LintFinding Changed(Endpoint endpoint, string message, string hint) =>
        new(LintRuleId.ChangedEndpoint, LintSeverity.Off, message, hint, endpoint.Path, endpoint.Line, endpoint.Line, null) { Rig = endpoint.Rig };

    private static LintSeverity Severity(Settings settings, string rule) =>
        settings.Lint.GetValueOrDefault(rule, LintRules.All.First(one => one.Id == rule).Default);

    private static string Places(IReadOnlyList<EndpointCall> callers) =>
        string.Join(", ", callers.Take(3).Select(caller => Place(caller.Rig, caller.Path, caller.Line))) + (callers.Count > 3 ? $" and {callers.Count - 3} more" : "");

    private static string Place(string rig, string path, int line) => rig.Length == 0 ? $"{path}:{line}" : $"{rig}/{path}:{line}";
}
