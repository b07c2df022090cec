namespace CodeSyncer.Core.Endpoints;

/// <summary>What the projects of a town, or of one repository, offer each other and call.</summary>
public sealed class EndpointMap
{
    private readonly Dictionary<EndpointCall, IReadOnlyList<Endpoint>> _answers = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<Endpoint, EndpointCall> _callers;

    /// <param name="services">Of gRPC, where they are served.</param>
    public EndpointMap(IEnumerable<Endpoint> endpoints, IEnumerable<EndpointCall> calls, IReadOnlyList<ServedService>? services = null)
    {
        Calls = [.. calls.OrderBy(call => call.Rig, StringComparer.Ordinal).ThenBy(call => call.Path, StringComparer.Ordinal).ThenBy(call => call.Line).ThenBy(call => call.Template, StringComparer.Ordinal).ThenBy(call => call.Method, StringComparer.Ordinal)];
        Endpoints = Merged(Schemas.Placed([.. endpoints], services ?? [], Calls));
        var ofSchema = Schemas.Answers(Endpoints.Where(endpoint => Schemas.IsOne(endpoint.Method)));
        var answers = new Answers(Endpoints, Calls);
        // What looks like a call of a service that nobody describes is none of ours; what one does describe is called as there.
        Calls = [.. Calls.Select(call => !Schemas.IsOne(call.Method) ? call : ofSchema(call) is [var first, ..] ? call with { Template = first.Template } : null).OfType<EndpointCall>()];
        foreach (var call in Calls)
            _answers[call] = Schemas.IsOne(call.Method) ? ofSchema(call) : answers.Of(call);
        _callers = _answers.SelectMany(answer => answer.Value.Select(endpoint => (endpoint, answer.Key))).ToLookup(pair => pair.endpoint, pair => pair.Key);
    }

    /// <summary>By rig, template and method; what a description and the code both say is one.</summary>
    public IReadOnlyList<Endpoint> Endpoints { get; }

    public IReadOnlyList<EndpointCall> Calls { get; }

    public IEnumerable<OfferedEndpoint> Offered() => Endpoints.Select(endpoint => new OfferedEndpoint(endpoint, [.. _callers[endpoint]]));

    /// <summary>Every call with what answers it, those to others' hosts too.</summary>
    public IEnumerable<MadeCall> Made() => Calls.Select(call => new MadeCall(call, AnswersOf(call), Hosts.IsForeign(call)));

    public IReadOnlyList<Endpoint> AnswersOf(EndpointCall call) => _answers.GetValueOrDefault(call) ?? [];

    /// <summary>Calls of our own projects that none offers; what goes to another's host is not ours to judge.</summary>
    /// <param name="of">Which calls are asked about; null: all. What is nearest to each is looked for among all endpoints: of a whole town that takes its time.</param>
    public IEnumerable<UnmatchedCall> Unmatched(Func<EndpointCall, bool>? of = null)
    {
        var asked = of is null ? Calls : [.. Calls.Where(of)];
        if (asked.Count == 0)
            return [];
        var known = Endpoints.Where(endpoint => endpoint.IsKnown && endpoint.IsHttp).Select(endpoint => (Endpoint: endpoint, Template: RouteTemplate.Parse(endpoint.Template))).ToList();
        // Behind a base address that is known at run time only, a call of a project without neighbours may go anywhere.
        // A project that offers nothing that we can read says nothing of what is missing.
        if (known.Count == 0)
            return [];
        // A path whose beginning is known at run time only may be the one that is called.
        var tails = Endpoints.Where(endpoint => endpoint.Template.Length > 1 && !endpoint.IsKnown).Select(endpoint => RouteTemplate.Parse(endpoint.Template[1..])).Where(tail => tail.LiteralCount > 0).ToList();
        return asked.Where(call => !(tails.Count > 0 && RouteTemplate.Parse(call.Template) is var template && tails.Exists(tail => tail.AnswersBehind(template) >= 0)) && _answers[call].Count == 0 && !Schemas.IsOne(call.Method) && !Hosts.IsForeign(call) && (!call.HasBase || known.Exists(one => one.Endpoint.Rig != call.Rig || one.Endpoint.Project != call.Project))).Select(call => new UnmatchedCall(call, Nearest(call, known)));
    }

    /// <summary>The one that needs the fewest changes, of those that have a word in common or nearly so; null: none is near.</summary>
    private static Endpoint? Nearest(EndpointCall call, List<(Endpoint Endpoint, RouteTemplate Template)> known)
    {
        var asked = RouteTemplate.Parse(call.Template);
        var words = asked.Segments.Where(segment => !RouteTemplate.IsParameter(segment)).ToList();
        var best = known.Where(one => one.Template.Segments.Any(segment => !RouteTemplate.IsParameter(segment) && words.Exists(word => Text.NearestWord.Distance(word, segment) <= word.Length / 3)))
            .Select(one => (one.Endpoint, Distance: Distance(asked, one.Template) + (one.Endpoint.Method == call.Method || one.Endpoint.Method == "ANY" || call.Method == "ANY" ? 0 : 1)))
            .OrderBy(found => found.Distance).FirstOrDefault();
        return best.Distance <= asked.Text.Length ? best.Endpoint : null;
    }

    /// <summary>Characters to change, where a parameter is as good as any value.</summary>
    private static int Distance(RouteTemplate asked, RouteTemplate offered)
    {
        var (rows, columns) = (asked.Segments.Count, offered.Segments.Count);
        var costs = new int[rows + 1, columns + 1];
        for (var i = 0; i <= rows; i++)
        {
            for (var j = 0; j <= columns; j++)
            {
                if (i == 0 && j == 0)
                    continue;
                // A beginning that nobody offers is what is guessed most.
                var drop = i > 0 ? costs[i - 1, j] + (j == 0 ? 2 : Weight(asked.Segments[i - 1])) : int.MaxValue;
                var add = j > 0 ? costs[i, j - 1] + Weight(offered.Segments[j - 1]) : int.MaxValue;
                var change = i > 0 && j > 0 ? costs[i - 1, j - 1] + Difference(asked.Segments[i - 1], offered.Segments[j - 1]) : int.MaxValue;
                costs[i, j] = Math.Min(change, Math.Min(drop, add));
            }
        }

        return costs[rows, columns];
    }

    private static int Weight(string segment) => RouteTemplate.IsParameter(segment) ? 2 : segment.Length + 1;

    private static int Difference(string asked, string offered)
    {
        var (first, second) = (RouteTemplate.IsParameter(asked), RouteTemplate.IsParameter(offered));
        if (first && second)
            return 0;
        return second ? 1 : first ? 2 : Text.NearestWord.Distance(asked, offered);
    }

    /// <summary>A route of the code that a description names too is one endpoint, at the place of the code.</summary>
    private static IReadOnlyList<Endpoint> Merged(IEnumerable<Endpoint> endpoints)
    {
        var merged = new List<Endpoint>();
        foreach (var same in endpoints.GroupBy(endpoint => (endpoint.Rig, endpoint.Method, Shape: endpoint.IsKnown && endpoint.IsHttp ? ShapeOf(endpoint.Template) : endpoint.Template + endpoint.Path + endpoint.Line)))
        {
            var code = same.Where(endpoint => endpoint.Framework != "OpenAPI").ToList();
            var described = same.Where(endpoint => endpoint.Framework == "OpenAPI").ToList();
            foreach (var endpoint in code.Count == 0 ? described : code)
                merged.Add(endpoint with { Request = endpoint.Request ?? described.FirstOrDefault()?.Request, Response = endpoint.Response ?? described.FirstOrDefault()?.Response });
        }

        return [.. merged.DistinctBy(endpoint => (endpoint.Rig, endpoint.Path, endpoint.Line, endpoint.Method, endpoint.Template))
            .OrderBy(endpoint => endpoint.Rig, StringComparer.Ordinal).ThenBy(endpoint => endpoint.Template, StringComparer.Ordinal)
            .ThenBy(endpoint => endpoint.Method, StringComparer.Ordinal).ThenBy(endpoint => endpoint.Path, StringComparer.Ordinal).ThenBy(endpoint => endpoint.Line)];
    }

    private static string ShapeOf(string template) =>
        string.Join('/', RouteTemplate.Parse(template).Segments.Select(segment => RouteTemplate.IsParameter(segment) ? "{}" : segment.ToLowerInvariant()));
}
