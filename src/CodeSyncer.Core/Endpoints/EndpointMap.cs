namespace CodeSyncer.Core.Endpoints;

/// <summary>What the projects of a town, or of one repository, offer each other and call.</summary>
public sealed class EndpointMap
{
    private readonly Dictionary<EndpointCall, IReadOnlyList<Endpoint>> _answers = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<Endpoint, EndpointCall> _callers;
    private readonly Lazy<NearestEndpoints> _nearest;
    private readonly Lazy<HashSet<(string Rig, string Project)>> _offering;
    private readonly Lazy<List<RouteTemplate>> _tails;

    /// <param name="services">Of gRPC, where they are served.</param>
    public EndpointMap(IEnumerable<Endpoint> endpoints, IEnumerable<EndpointCall> calls, IReadOnlyList<ServedService>? services = null)
    {
        Calls = [.. calls.OrderBy(call => call.Rig, StringComparer.Ordinal).ThenBy(call => call.Path, StringComparer.Ordinal).ThenBy(call => call.Line).ThenBy(call => call.Template, StringComparer.Ordinal).ThenBy(call => call.Method, StringComparer.Ordinal)];
        Endpoints = Merged(Schemas.Placed([.. endpoints], services ?? [], Calls));
        var ofSchema = Schemas.Answers(Endpoints.Where(endpoint => Schemas.IsOne(endpoint.Method)));
        var answers = new Answers(Endpoints, Calls);
        // What looks like a call of a service that nobody describes is none of ours; what one does describe is called as there.
        Calls = [.. Calls.Select(call => !Schemas.IsOne(call.Method) ? call : ofSchema(call) is [var first, ..] ? call with { Template = first.Template } : null).OfType<EndpointCall>()];
        _nearest = new(() => new NearestEndpoints(Endpoints.Where(endpoint => endpoint.IsKnown && endpoint.IsHttp)));
        _offering = new(() => [.. Endpoints.Where(endpoint => endpoint.IsKnown && endpoint.IsHttp).Select(endpoint => (endpoint.Rig, endpoint.Project))]);
        _tails = new(() => [.. Endpoints.Where(endpoint => endpoint.Template.Length > 1 && !endpoint.IsKnown).Select(endpoint => RouteTemplate.Parse(endpoint.Template[1..])).Where(tail => tail.LiteralCount > 0)]);
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
    /// <param name="of">Of these calls only; null: of all.</param>
    public IEnumerable<UnmatchedCall> Unmatched(Func<EndpointCall, bool>? of = null)
    {
        // A project that offers nothing that we can read says nothing of what is missing.
        if (!Endpoints.Any(endpoint => endpoint.IsKnown && endpoint.IsHttp))
            return [];
        return Calls.Where(call => (of is null || of(call)) && _answers[call].Count == 0 && !Schemas.IsOne(call.Method) && !Hosts.IsForeign(call)
            && (!call.HasBase || HasNeighbours(call)) && !MayBeBehindUnknown(call)).Select(call => new UnmatchedCall(call, _nearest.Value.Of(call)));
    }

    /// <summary>Behind a base address that is known at run time only, a call of a project without neighbours may go anywhere.</summary>
    private bool HasNeighbours(EndpointCall call) => _offering.Value.Count > 1 || !_offering.Value.Contains((call.Rig, call.Project));

    /// <summary>A path whose beginning is known at run time only may be the one that is called; one whose end is not is not judged.</summary>
    private bool MayBeBehindUnknown(EndpointCall call)
    {
        var asked = RouteTemplate.Parse(call.Template);
        return asked.Segments.Any(segment => segment.Contains('{') && segment[0] != '{') || _tails.Value.Exists(tail => tail.AnswersBehind(asked) >= 0);
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
