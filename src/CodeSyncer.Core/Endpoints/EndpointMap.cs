namespace CodeSyncer.Core.Endpoints;

/// <summary>What the projects of a town, or of one repository, offer each other and call.</summary>
public sealed class EndpointMap
{
    private readonly Dictionary<EndpointCall, IReadOnlyList<Endpoint>> _answers = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<Endpoint, EndpointCall> _callers;

    /// <param name="services">Of gRPC, where they are served.</param>
    public EndpointMap(IEnumerable<Endpoint> endpoints, IEnumerable<EndpointCall> calls, IReadOnlyList<ServedService>? services = null)
    {
        Endpoints = Merged(Schemas.Placed([.. endpoints], services ?? []));
        var ofSchema = Schemas.Answers(Endpoints.Where(endpoint => Schemas.IsOne(endpoint.Method)));
        Calls = [.. calls.OrderBy(call => call.Rig, StringComparer.Ordinal).ThenBy(call => call.Path, StringComparer.Ordinal).ThenBy(call => call.Line).ThenBy(call => call.Template, StringComparer.Ordinal).ThenBy(call => call.Method, StringComparer.Ordinal)];
        var offers = Endpoints.Where(endpoint => endpoint.IsKnown && IsHttp(endpoint)).Select(endpoint => (Endpoint: endpoint, Template: RouteTemplate.Parse(endpoint.Template))).ToList();
        // What looks like a call of a service that nobody describes is none of ours; what one does describe is called as there.
        Calls = [.. Calls.Select(call => !Schemas.IsOne(call.Method) ? call : ofSchema(call) is [var first, ..] ? call with { Template = first.Template } : null).OfType<EndpointCall>()];
        foreach (var call in Calls)
            _answers[call] = Schemas.IsOne(call.Method) ? ofSchema(call) : Answers(call, offers);
        _callers = _answers.SelectMany(answer => answer.Value.Select(endpoint => (endpoint, answer.Key))).ToLookup(pair => pair.endpoint, pair => pair.Key);
    }

    /// <summary>By rig, template and method; what a description and the code both say is one.</summary>
    public IReadOnlyList<Endpoint> Endpoints { get; }

    public IReadOnlyList<EndpointCall> Calls { get; }

    public IEnumerable<OfferedEndpoint> Offered() => Endpoints.Select(endpoint => new OfferedEndpoint(endpoint, [.. _callers[endpoint]]));

    /// <summary>Every call with what answers it, those to others' hosts too.</summary>
    public IEnumerable<MadeCall> Made() => Calls.Select(call => new MadeCall(call, AnswersOf(call), IsForeign(call)));

    public IReadOnlyList<Endpoint> AnswersOf(EndpointCall call) => _answers.GetValueOrDefault(call) ?? [];

    /// <summary>Calls of our own projects that none offers; what goes to another's host is not ours to judge.</summary>
    public IEnumerable<UnmatchedCall> Unmatched()
    {
        var known = Endpoints.Where(endpoint => endpoint.IsKnown && IsHttp(endpoint)).ToList();
        // Behind a base address that is known at run time only, a call of a project without neighbours may go anywhere.
        // A project that offers nothing that we can read says nothing of what is missing.
        if (known.Count == 0)
            return [];
        return Calls.Where(call => _answers[call].Count == 0 && !Schemas.IsOne(call.Method) && !IsForeign(call) && (!call.HasBase || known.Exists(endpoint => endpoint.Rig != call.Rig || endpoint.Project != call.Project))).Select(call => new UnmatchedCall(call, Nearest(call, known)));
    }

    private static bool IsHttp(Endpoint endpoint) => !Schemas.IsOne(endpoint.Method);

    /// <summary>A host with a dot in its name is somewhere in the world, unless it is this machine.</summary>
    private static bool IsForeign(EndpointCall call)
    {
        if (call.Host is null)
            return false;
        var name = call.Host[(call.Host.IndexOf("://", StringComparison.Ordinal) + 3)..];
        name = name.LastIndexOf(':') is > 0 and var colon ? name[..colon] : name;
        return name.Contains('.') && name is not ("127.0.0.1" or "0.0.0.0") && !name.EndsWith(".local", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".internal", StringComparison.OrdinalIgnoreCase);
    }

    private static List<Endpoint> Answers(EndpointCall call, List<(Endpoint Endpoint, RouteTemplate Template)> offers)
    {
        if (IsForeign(call))
            return [];
        var asked = RouteTemplate.Parse(call.Template);
        var fits = offers.Where(offer => offer.Endpoint.Method == call.Method || offer.Endpoint.Method == "ANY" || call.Method == "ANY").ToList();
        // A host that is called like a project is that project and no other.
        if (call.Host is not null && offers.Exists(offer => IsHostOf(call.Host, offer.Endpoint)))
            fits.RemoveAll(offer => !IsHostOf(call.Host, offer.Endpoint));
        else
            // "/{name}" answers everything: in a repository of others that says nothing.
            fits.RemoveAll(offer => offer.Template.LiteralCount == 0 && offer.Template.Segments.Count > 0 && offer.Endpoint.Rig != call.Rig);
        var whole = fits.Where(offer => offer.Template.Answers(asked)).ToList();
        if (whole.Count > 0)
            return Best(whole, call);
        // The base address of the client may hold the beginning of the path...
        var ends = call.HasBase || call.Host is null ? fits.Where(offer => offer.Template.EndsWith(asked)).ToList() : [];
        if (ends.Count > 0)
            return Best(ends, call);
        // ...and a gateway may take it away.
        var behind = fits.Select(offer => (offer, Dropped: offer.Template.AnswersBehind(asked))).Where(found => found.Dropped > 0).ToList();
        if (behind.Count == 0)
            return [];
        var least = behind.Min(found => found.Dropped);
        return Best([.. behind.Where(found => found.Dropped == least).Select(found => found.offer)], call);
    }

    /// <summary>The most fixed words win; among equals those of other projects where a host is named, the own project where neither host nor base address is.</summary>
    private static List<Endpoint> Best(List<(Endpoint Endpoint, RouteTemplate Template)> fits, EndpointCall call)
    {
        var most = fits.Max(offer => offer.Template.LiteralCount);
        var best = fits.Where(offer => offer.Template.LiteralCount == most).Select(offer => offer.Endpoint).ToList();
        var own = best.Where(offer => offer.Rig == call.Rig && offer.Project == call.Project).ToList();
        if (own.Count == 0 || own.Count == best.Count || call.HasBase)
            return best;
        return call.Host is null ? own : [.. best.Except(own)];
    }

    private static bool IsHostOf(string host, Endpoint offer)
    {
        var name = host[(host.IndexOf("://", StringComparison.Ordinal) + 3)..].Split(':')[0];
        return name.Equals(offer.Rig, StringComparison.OrdinalIgnoreCase) || name.Equals(offer.Project[(offer.Project.LastIndexOf('/') + 1)..], StringComparison.OrdinalIgnoreCase);
    }

    private static Endpoint? Nearest(EndpointCall call, List<Endpoint> known)
    {
        var asked = RouteTemplate.Parse(call.Template);
        var best = known.Select(endpoint => (endpoint, Distance: Distance(asked, RouteTemplate.Parse(endpoint.Template)) + (endpoint.Method == call.Method || endpoint.Method == "ANY" || call.Method == "ANY" ? 0 : 1)))
            .MinBy(found => found.Distance);
        return best.Distance <= Math.Max(3, asked.Text.Length / 2) ? best.endpoint : null;
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
                var drop = i > 0 ? costs[i - 1, j] + Weight(asked.Segments[i - 1]) : int.MaxValue;
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
        return first || second ? 2 : Text.NearestWord.Distance(asked, offered);
    }

    /// <summary>A route of the code that a description names too is one endpoint, at the place of the code.</summary>
    private static IReadOnlyList<Endpoint> Merged(IEnumerable<Endpoint> endpoints)
    {
        var merged = new List<Endpoint>();
        foreach (var same in endpoints.GroupBy(endpoint => (endpoint.Rig, endpoint.Method, Shape: endpoint.IsKnown && IsHttp(endpoint) ? ShapeOf(endpoint.Template) : endpoint.Template + endpoint.Path + endpoint.Line)))
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
