namespace CodeSyncer.Core.Endpoints;

/// <summary>
/// Finds the endpoints that answer a call. Whole paths are compared; a call whose base address is known at run time only may be the end of a
/// path; and a gateway may take a beginning away, where that beginning names the service or is seen to be taken away.
/// </summary>
internal sealed class Answers
{
    /// <summary>So many endpoints that a project calls behind one beginning show that something takes it away: a guess is one or two.</summary>
    private const int ShowsGateway = 3;

    private static readonly HashSet<string> Generic = new(["api", "gateway", "service", "services", "rest", "backend", "proxy"], StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, Offer> _byLast;
    private readonly List<Offer> _wordless;
    private readonly List<Offer> _rests;
    private readonly HashSet<string> _beginnings;
    private readonly HashSet<string> _names;
    private readonly HashSet<(string Rig, string Project, string Prefix)> _gateways = [];

    public Answers(IEnumerable<Endpoint> endpoints, IEnumerable<EndpointCall> calls)
    {
        var offers = endpoints.Where(endpoint => endpoint.IsKnown && endpoint.IsHttp).Select(endpoint => new Offer(endpoint, RouteTemplate.Parse(endpoint.Template))).ToList();
        _rests = [.. offers.Where(offer => offer.Template.Segments is [.., var last] && RouteTemplate.IsRest(last))];
        var others = offers.Except(_rests).ToList();
        _wordless = [.. others.Where(offer => offer.Template.LiteralCount == 0)];
        _names = new(offers.SelectMany(offer => Hosts.NamesOf(offer.Endpoint)), StringComparer.OrdinalIgnoreCase);
        _byLast = others.Where(offer => offer.Template.LiteralCount > 0).ToLookup(offer => LastWord(offer.Template), StringComparer.OrdinalIgnoreCase);
        _beginnings = new(offers.Where(offer => offer.Template.Segments.Count > 1).Select(offer => offer.Template.Segments[0]), StringComparer.OrdinalIgnoreCase);
        FindGateways(calls);
    }

    /// <summary>Empty: nobody answers it, or somebody elsewhere.</summary>
    public List<Endpoint> Of(EndpointCall call)
    {
        if (Hosts.IsForeign(call))
            return [];
        var asked = RouteTemplate.Parse(call.Template);
        var fits = Fitting(call);
        if (Whole(asked).Where(fits).ToList() is { Count: > 0 } whole)
            return Best(whole, call);
        if (call.HasBase && Around(asked).Where(fits).Where(offer => offer.Template.EndsWith(asked)).ToList() is { Count: > 0 } ends)
            return Best(ends, call);
        var behind = Behind(asked, fits).Where(found => IsTaken(call, asked, found.Offer, found.Dropped)).ToList();
        if (behind.Count == 0)
            return [];
        var least = behind.Min(found => found.Dropped);
        return Best([.. behind.Where(found => found.Dropped == least).Select(found => found.Offer)], call);
    }

    private void FindGateways(IEnumerable<EndpointCall> calls)
    {
        var seen = new Dictionary<(string, string, string), HashSet<Endpoint>>();
        foreach (var call in calls.Where(call => call.Host is null && !Schemas.IsOne(call.Method)))
        {
            var asked = RouteTemplate.Parse(call.Template);
            var fits = Fitting(call);
            if (asked.Segments.Count < 2 || !Generic.Contains(asked.Segments[0]) || _beginnings.Contains(asked.Segments[0]) || Whole(asked).Any(fits))
                continue;
            foreach (var (offer, dropped) in Behind(asked, fits).Where(found => Enumerable.Range(0, found.Dropped).All(i => IsGeneric(asked.Segments[i]))))
            {
                var key = (call.Rig, call.Project, string.Join('/', asked.Segments.Take(dropped)));
                if (!seen.TryGetValue(key, out var found))
                    seen[key] = found = [];
                found.Add(offer.Endpoint);
                if (found.Count >= ShowsGateway)
                    _gateways.Add(key);
            }
        }
    }

    private bool IsTaken(EndpointCall call, RouteTemplate asked, Offer offer, int dropped)
    {
        if (_gateways.Contains((call.Rig, call.Project, string.Join('/', asked.Segments.Take(dropped)))))
            return true;
        var names = asked.Segments.Take(dropped).Where(segment => !IsGeneric(segment)).ToList();
        return names.Count > 0 && names.TrueForAll(name => Names(name, offer.Endpoint));
    }

    private static bool IsGeneric(string segment) => Generic.Contains(segment) || (segment.Length is > 1 and < 5 && segment[0] is 'v' or 'V' && segment.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);

    /// <summary><c>customer</c> names <c>spring-petclinic-customers-service</c>.</summary>
    private static bool Names(string segment, Endpoint offer) => segment.Length > 2 && !RouteTemplate.IsParameter(segment)
        && (SameName.Plain(ProjectFolder.NameOf(offer.Project)).Contains(SameName.Plain(segment), StringComparison.Ordinal) || SameName.Plain(offer.Rig).Contains(SameName.Plain(segment), StringComparison.Ordinal));

    /// <summary>What of the offers a call's method and host leave.</summary>
    private Func<Offer, bool> Fitting(EndpointCall call)
    {
        // A host that is called like a project is that project and no other.
        var isNamed = call.Host is not null && _names.Contains(Hosts.NameOf(call.Host));
        return offer => (offer.Endpoint.Method == call.Method || offer.Endpoint.Method == "ANY" || call.Method == "ANY")
            // "/{name}" answers everything: in a repository of others that says nothing.
            && (isNamed ? Hosts.IsOf(call.Host!, offer.Endpoint) : offer.Template.LiteralCount > 0 || offer.Template.Segments.Count == 0 || offer.Endpoint.Rig == call.Rig);
    }

    private IEnumerable<Offer> Whole(RouteTemplate asked) =>
        Around(asked).Concat(_wordless).Concat(_rests).Where(offer => offer.Template.Answers(asked));

    private IEnumerable<(Offer Offer, int Dropped)> Behind(RouteTemplate asked, Func<Offer, bool> fits) =>
        Around(asked).Where(fits).Select(offer => (Offer: offer, Dropped: offer.Template.AnswersBehind(asked))).Where(found => found.Dropped > 0);

    /// <summary>Those whose last word the call has too: no other can answer it, but what has no word at all.</summary>
    private IEnumerable<Offer> Around(RouteTemplate asked)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = asked.Segments.Count - 1; i >= 0; i--)
        {
            if (RouteTemplate.IsParameter(asked.Segments[i]) || !seen.Add(asked.Segments[i]))
                continue;
            foreach (var offer in _byLast[asked.Segments[i]])
                yield return offer;
        }
    }

    private static string LastWord(RouteTemplate template) => template.Segments.Last(segment => !RouteTemplate.IsParameter(segment));

    /// <summary>
    /// The most fixed words win; among equals those of the own project where neither host nor base address is named, else those of its
    /// neighbours in the repository, then all.
    /// </summary>
    private static List<Endpoint> Best(List<Offer> fits, EndpointCall call)
    {
        var most = fits.Max(offer => offer.Template.LiteralCount);
        var best = fits.Where(offer => offer.Template.LiteralCount == most).Select(offer => offer.Endpoint).ToList();
        bool IsOwn(Endpoint offer) => offer.Rig == call.Rig && offer.Project == call.Project;
        if (call.Host is null && !call.HasBase && best.Where(IsOwn).ToList() is { Count: > 0 } own)
            return own;
        if (call.Host is not null && best.Where(offer => !IsOwn(offer)).ToList() is { Count: > 0 } others)
            best = others;
        return best.Where(offer => offer.Rig == call.Rig && !IsOwn(offer)).ToList() is { Count: > 0 } neighbours ? neighbours : best;
    }

    private sealed record Offer(Endpoint Endpoint, RouteTemplate Template);
}
