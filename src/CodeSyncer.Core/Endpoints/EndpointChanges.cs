namespace CodeSyncer.Core.Endpoints;

/// <summary>Compares what was offered with what is, where somebody relies on it.</summary>
public static class EndpointChanges
{
    /// <param name="map">Of all projects.</param>
    /// <param name="before">What was offered before; only this is compared.</param>
    public static IReadOnlyList<EndpointChange> Of(EndpointMap map, IReadOnlyList<Endpoint> before)
    {
        if (before.Count == 0)
            return [];
        var earlier = new EndpointMap(before, []).Endpoints;
        return [.. Gone(map, earlier), .. Retyped(map, earlier)];
    }

    /// <summary>Endpoints that were taken away or renamed, and are called as before.</summary>
    private static IEnumerable<EndpointChange> Gone(EndpointMap map, IReadOnlyList<Endpoint> before)
    {
        var now = map.Endpoints.Select(endpoint => (endpoint.Rig, endpoint.Method, endpoint.Template)).ToHashSet();
        var gone = before.Where(endpoint => endpoint.IsKnown && !now.Contains((endpoint.Rig, endpoint.Method, endpoint.Template))).ToList();
        if (gone.Count == 0)
            yield break;
        // Few of the calls that nobody answers went to these; only of them it is asked whether they are in vain.
        var lost = new EndpointMap(gone, map.Made().Where(made => made.Answers.Count == 0 && !made.IsElsewhere).Select(made => made.Call)).Offered().Where(one => one.Callers.Count > 0).ToList();
        var callers = lost.SelectMany(one => one.Callers).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        // Where nothing is offered any more nobody could tell what is missing, but for what was there before.
        var isBare = !map.Endpoints.Any(endpoint => endpoint.IsKnown && endpoint.IsHttp);
        var unmatched = callers.Count == 0 || isBare ? callers : map.Unmatched(callers.Contains).Select(one => one.Call).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (endpoint, all) in lost)
        {
            if (all.Where(unmatched.Contains).ToList() is { Count: > 0 } inVain)
                yield return new EndpointChange(endpoint, inVain, []);
        }
    }

    /// <summary>Endpoints that take or give another type than before, under callers in other projects; within one the compiler or its tests tell.</summary>
    private static IEnumerable<EndpointChange> Retyped(EndpointMap map, IReadOnlyList<Endpoint> before)
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
                yield return new EndpointChange(endpoint, callers, changes);
        }
    }

    private static string? Difference(string what, string? before, string? now) =>
        before is null || now is null || before == now ? null : $"its {what} was {before} and is {now}";

    private static (string, string, string, string) KeyOf(Endpoint endpoint) => (endpoint.Rig, endpoint.Project, endpoint.Method, endpoint.Template);
}
