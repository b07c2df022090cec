using System.CommandLine;
using System.Text.Json;
using CodeSyncer.Core.Context.Town;
using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>endpoints</c>: what the projects offer, who calls it, and which calls nobody answers.</summary>
internal static class EndpointsVerb
{
    public static Command Create()
    {
        var words = new Argument<string[]>("words") { Description = "Only endpoints whose path, place or framework holds all of these words.", Arity = ArgumentArity.ZeroOrMore };
        var method = new Option<string?>("--method") { Description = "Only this method.", HelpName = "M" };
        var unmatched = new Option<bool>("--unmatched") { Description = "Calls that no project answers, with the nearest that one does." };
        var calls = new Option<bool>("--calls") { Description = "What the projects call, and who answers it; calls of others' hosts too." };
        var graph = new Option<bool>("--graph") { Description = "Who calls whom, as a Mermaid flowchart." };
        var town = CommonOptions.Town();
        var limit = CommonOptions.Limit();
        var json = CommonOptions.Json();
        var command = new Command("endpoints", "Lists what the projects offer, who calls it, and calls that nobody answers.") { words, method, unmatched, calls, graph, town, limit, json };
        command.Validators.Add(result =>
        {
            if (new[] { unmatched, calls, graph }.Count(result.GetValue) > 1)
                result.AddError("--unmatched, --calls and --graph are different questions: ask one at a time");
        });
        command.Runs(result =>
        {
            var scope = TownScope.Of(result.StartDirectory(), result.GetValue(town));
            // The callers of one rig are in the others.
            var around = scope.Surroundings();
            var only = scope.Town is null ? around.NameOf(scope.Rigs[0].Workspace.Repository) : "";
            var (map, problems) = ScopeEndpoints.Read(around);
            ScopeText.Warn(around);
            foreach (var (rig, path, problem) in problems.Where(problem => only.Length == 0 || problem.Rig == only))
                Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: {Place(rig, path)}: {problem}"));
            var filter = new Filter(result.GetValue(words) ?? [], result.GetValue(method), only, result.GetValue(limit));
            if (result.GetValue(graph))
                return Graph(map, result.GetValue(json));
            if (result.GetValue(unmatched))
                Unmatched(filter.Of(map.Unmatched(filter.Fits)), result.GetValue(json));
            else if (result.GetValue(calls))
                Made(filter.Of(map.Made()), result.GetValue(json));
            else
                Offered(filter.Of(map.Offered()), result.GetValue(json));
            if (filter is { Found: 0, Asked.Length: > 0 })
                Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: nothing found for '{filter.Asked}'"));
            return 0;
        });
        return command;
    }

    private static int Graph(EndpointMap map, bool json)
    {
        if (json)
            Terminal.WriteJson(writer => EndpointJson.WriteGraph(writer, map));
        else if (CallGraph.Mermaid(map) is { } flowchart)
            Console.Out.Write(SafeText.ForTerminal(flowchart, keepLines: true));
        else if (CallGraph.Edges(map).Count == 0)
            Console.Error.WriteLine("codesyncer: no project calls an endpoint of another one, as far as the code says: 'endpoints --calls' lists what is called");
        else
            Console.Error.WriteLine($"codesyncer: more than {CallGraph.MaxNodes} projects are too many for a picture: 'endpoints --graph --json' has them all");
        return 0;
    }

    private static void Offered(List<OfferedEndpoint> endpoints, bool json)
    {
        if (json)
        {
            Terminal.WriteJson(writer => EndpointJson.Write(writer, endpoints));
            return;
        }

        foreach (var (endpoint, callers) in endpoints)
        {
            Console.Out.WriteLine(SafeText.ForTerminal($"{endpoint.Method,-7} {endpoint.Template}  {Place(endpoint.Rig, endpoint.Path)}:{endpoint.Line}{Types(endpoint)}"));
            foreach (var caller in callers)
                Console.Out.WriteLine(SafeText.ForTerminal($"          called by {Place(caller.Rig, caller.Path)}:{caller.Line}"));
        }
    }

    private static void Made(List<MadeCall> calls, bool json)
    {
        if (json)
        {
            Terminal.WriteJson(writer => EndpointJson.Write(writer, calls));
            return;
        }

        foreach (var (call, answers, _) in calls)
        {
            Console.Out.WriteLine(SafeText.ForTerminal($"{call.Method,-7} {call.Host}{call.Template}  {Place(call.Rig, call.Path)}:{call.Line}"));
            foreach (var answer in answers)
                Console.Out.WriteLine(SafeText.ForTerminal($"          answered by {answer.Method} {answer.Template}  {Place(answer.Rig, answer.Path)}:{answer.Line}"));
        }
    }

    private static void Unmatched(List<UnmatchedCall> calls, bool json)
    {
        if (json)
        {
            Terminal.WriteJson(writer => EndpointJson.Write(writer, calls));
            return;
        }

        foreach (var (call, nearest) in calls)
        {
            var hint = nearest is null ? "" : $"  nearest: {nearest.Method} {nearest.Template} ({Place(nearest.Rig, nearest.Path)}:{nearest.Line})";
            Console.Out.WriteLine(SafeText.ForTerminal($"{Place(call.Rig, call.Path)}:{call.Line}: nobody offers {call.Method} {call.Template}{hint}"));
        }
    }

    private static string Types(Endpoint endpoint) => (endpoint.Request, endpoint.Response) switch
    {
        (null, null) => "",
        ({ } request, null) => $"  {request}",
        (null, { } response) => $"  -> {response}",
        var (request, response) => $"  {request} -> {response}",
    };

    private static string Place(string rig, string path) => ScopeText.Place(rig, path);

    private sealed record Filter(string[] Words, string? Method, string Rig, int Limit)
    {
        /// <summary>What was asked for, in words; empty: everything.</summary>
        public string Asked => string.Join(' ', Method is null ? Words : [Method.ToUpperInvariant(), .. Words]);

        public int Found { get; private set; }

        public List<OfferedEndpoint> Of(IEnumerable<OfferedEndpoint> endpoints) =>
            Cut(endpoints.Where(one => Fits(one.Endpoint.Rig, one.Endpoint.Method, $"{one.Endpoint.Template} {Place(one.Endpoint.Rig, one.Endpoint.Path)} {one.Endpoint.Framework}")));

        public List<UnmatchedCall> Of(IEnumerable<UnmatchedCall> calls) => Cut(calls);

        public List<MadeCall> Of(IEnumerable<MadeCall> calls) => Cut(calls.Where(one => Fits(one.Call)));

        public bool Fits(EndpointCall call) => Fits(call.Rig, call.Method, $"{call.Host}{call.Template} {Place(call.Rig, call.Path)} {call.Framework}");

        private bool Fits(string rig, string method, string text) => (Rig.Length == 0 || rig == Rig) && (Method is null || method.Equals(Method, StringComparison.OrdinalIgnoreCase) || method == "ANY")
            && Array.TrueForAll(Words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

        private List<T> Cut<T>(IEnumerable<T> rows)
        {
            List<T> kept = [.. Limit > 0 ? rows.Take(Limit) : rows];
            Found = kept.Count;
            return kept;
        }
    }
}
