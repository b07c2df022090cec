using System.Management.Automation;
using CodeSyncer.Core.Context.Town;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Context;

[Cmdlet(VerbsCommon.Get, "Endpoint", DefaultParameterSetName = "Offered")]
[OutputType(typeof(EndpointInfo), ParameterSetName = ["Offered"])]
[OutputType(typeof(EndpointCaller), ParameterSetName = ["Unmatched", "Call"])]
[OutputType(typeof(string), ParameterSetName = ["Graph"])]
public sealed class GetEndpointCommand : ScopeCommand
{
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Route { get; set; } = [];

    [Parameter]
    [ArgumentCompleter(typeof(HttpMethodCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Method { get; set; } = [];

    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RigCompleter))]
    public string? Rig { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Unmatched")]
    public SwitchParameter Unmatched { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Call")]
    public SwitchParameter Call { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Graph")]
    public SwitchParameter Graph { get; set; }

    protected override void Execute()
    {
        var asked = OpenScope();
        // The callers of one rig are in the others.
        var scope = asked.Surroundings();
        if (asked.Town is null)
            WarnOf(scope);
        var own = asked.Town is null ? scope.NameOf(asked.Rigs[0].Workspace.Repository) : null;
        var rigs = scope.Rigs.Select(one => one.Rig).Concat(scope.Missing.Select(one => one.Rig)).Where(name => name.Length > 0).ToList();
        if (Rig is not null && !WildcardPattern.ContainsWildcardCharacters(Rig) && !rigs.Contains(Rig, StringComparer.OrdinalIgnoreCase))
            throw TownErrors.UnknownRig(Rig, null, rigs);
        var (map, problems) = WithProgress("Reading endpoints", (_, cancel) => ScopeEndpoints.Read(scope, cancel));
        foreach (var (rig, path, problem) in problems.Where(problem => own is null || problem.Rig == own))
            Warn($"{(rig.Length == 0 ? path : $"{rig}/{path}")}: {problem}");
        var roots = Roots(scope);
        if (Graph)
        {
            if (CallGraph.Mermaid(map) is { } flowchart)
                WriteObject(flowchart);
            else
                Tell(CallGraph.Edges(map).Count == 0 ? "No project calls an endpoint of another one, as far as the code says." : $"More than {CallGraph.MaxNodes} projects are too many for a picture.");
            return;
        }

        if (Call)
        {
            foreach (var made in map.Made().Where(one => Fits(own, one.Call.Rig, one.Call.Method, one.Call.Template)))
                WriteObject(new EndpointCaller(made.Call, roots, answers: made.Answers));
            return;
        }

        if (Unmatched)
        {
            foreach (var (call, nearest) in map.Unmatched().Where(one => Fits(own, one.Call.Rig, one.Call.Method, one.Call.Template)))
                WriteObject(new EndpointCaller(call, roots, nearest));
            return;
        }

        foreach (var offered in map.Offered().Where(one => Fits(own, one.Endpoint.Rig, one.Endpoint.Method, one.Endpoint.Template)))
            WriteObject(new EndpointInfo(offered, roots));
    }

    private bool Fits(string? own, string rig, string method, string template) =>
        (own is null || rig == own) && (Rig is null || WildcardPattern.Get(Rig, WildcardOptions.IgnoreCase).IsMatch(rig))
        && (Method.Length == 0 || method == "ANY" || Method.Contains(method, StringComparer.OrdinalIgnoreCase))
        && (Route.Length == 0 || Array.Exists(Route, path => WildcardPattern.Get(path, WildcardOptions.IgnoreCase).IsMatch(template) || template.Equals(path, StringComparison.OrdinalIgnoreCase)));
}
