using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Endpoints;

namespace CodeSyncer.Core.Lint;

/// <summary>Judges what projects call of each other.</summary>
public static class EndpointLint
{
    /// <param name="map">Of all projects.</param>
    /// <param name="before">What the projects offered before what is judged now: where their branches began.</param>
    public static IReadOnlyList<LintFinding> Run(EndpointMap map, IReadOnlyList<Endpoint> before, Settings settings)
    {
        var findings = new List<LintFinding>();
        var unmatched = map.Unmatched().ToList();
        if (Severity(LintRuleId.UnmatchedCall) is var calls && calls != LintSeverity.Off)
        {
            foreach (var (call, nearest) in unmatched)
            {
                findings.Add(new LintFinding(LintRuleId.UnmatchedCall, calls, $"nobody offers {call.Method} {call.Template}",
                    nearest is null ? "check the path, or add the project that offers it to the town" : $"did you mean {nearest.Method} {nearest.Template} ({Place(nearest.Rig, nearest.Path, nearest.Line)})?",
                    call.Path, call.Line, call.Line, null)
                { Rig = call.Rig });
            }
        }

        if (Severity(LintRuleId.ChangedEndpoint) is var changes && changes != LintSeverity.Off)
        {
            var now = map.Endpoints.Select(endpoint => (endpoint.Rig, endpoint.Method, endpoint.Template)).ToHashSet();
            var gone = before.Where(endpoint => endpoint.IsKnown && !now.Contains((endpoint.Rig, endpoint.Method, endpoint.Template))).ToList();
            foreach (var (endpoint, callers) in new EndpointMap(gone, unmatched.Select(one => one.Call)).Offered().Where(one => one.Callers.Count > 0))
            {
                findings.Add(new LintFinding(LintRuleId.ChangedEndpoint, changes, $"{endpoint.Method} {endpoint.Template} is offered no more, and is still called at {string.Join(", ", callers.Take(3).Select(caller => Place(caller.Rig, caller.Path, caller.Line)))}",
                    "change the callers with it, or keep the endpoint until they are", endpoint.Path, endpoint.Line, endpoint.Line, null)
                { Rig = endpoint.Rig });
            }
        }

        return findings;

        LintSeverity Severity(string rule) => settings.Lint.GetValueOrDefault(rule, LintRules.All.First(one => one.Id == rule).Default);
    }

    private static string Place(string rig, string path, int line) => rig.Length == 0 ? $"{path}:{line}" : $"{rig}/{path}:{line}";
}
