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
    /// <param name="only">The one rig that is judged; null: all.</param>
    public static IReadOnlyList<LintFinding> Run(EndpointMap map, IReadOnlyList<Endpoint> before, Func<string, Settings> settingsOf, string? only = null)
    {
        var findings = map.Unmatched(call => only is null || call.Rig == only).Select(Unmatched).Concat(EndpointChanges.Of(map, before).Where(change => only is null || change.Endpoint.Rig == only).Select(Changed));
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

    private static LintFinding Changed(EndpointChange change)
    {
        var (endpoint, callers, differences) = change;
        var (message, hint) = change.IsGone
            ? ($"{endpoint.Method} {endpoint.Template} is offered no more, and is still called at {Places(callers)}", "change the callers with it, or keep the endpoint until they are")
            : ($"{endpoint.Method} {endpoint.Template} was changed under its callers at {Places(callers)}: {string.Join("; ", differences)}", "change the callers with it, or keep the old form until they are");
        return new LintFinding(LintRuleId.ChangedEndpoint, LintSeverity.Off, message, hint, endpoint.Path, endpoint.Line, endpoint.Line, null) { Rig = endpoint.Rig };
    }

    private static LintSeverity Severity(Settings settings, string rule) =>
        settings.Lint.GetValueOrDefault(rule, LintRules.All.First(one => one.Id == rule).Default);

    private static string Places(IReadOnlyList<EndpointCall> callers) =>
        string.Join(", ", callers.Take(3).Select(caller => Place(caller.Rig, caller.Path, caller.Line))) + (callers.Count > 3 ? $" and {callers.Count - 3} more" : "");

    private static string Place(string rig, string path, int line) => rig.Length == 0 ? $"{path}:{line}" : $"{rig}/{path}:{line}";
}
