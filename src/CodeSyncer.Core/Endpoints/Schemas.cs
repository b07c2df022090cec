namespace CodeSyncer.Core.Endpoints;

/// <summary>Endpoints that have names instead of paths: the methods of gRPC and the root fields of GraphQL.</summary>
internal static class Schemas
{
    public static bool IsOne(string method) => method is "RPC" or "QUERY" or "MUTATION" or "SUBSCRIPTION";

    /// <summary>
    /// A description lies wherever it is needed, often in a copy: who offers a service is who serves it. Where no code says that, the
    /// copy nearest to the root of each rig stands for all.
    /// </summary>
    /// <param name="calls">Where something is asked for, what lies beside it is a client's copy.</param>
    public static IEnumerable<Endpoint> Placed(IReadOnlyList<Endpoint> endpoints, IReadOnlyList<ServedService> services, IEnumerable<EndpointCall> calls)
    {
        var callers = calls.Where(call => call.Method != "RPC" && IsOne(call.Method)).Select(call => (call.Rig, Top(call.Path))).ToHashSet();
        foreach (var copies in endpoints.Where(endpoint => IsOne(endpoint.Method)).GroupBy(endpoint => (endpoint.Method, endpoint.Template)))
        {
            var service = copies.Key.Method == "RPC" ? ServiceOf(copies.Key.Template) : "";
            var servers = services.Where(server => server.Name == service || server.Name == service + "Service").DistinctBy(server => (server.Rig, server.Project)).ToList();
            foreach (var server in servers)
            {
                var near = copies.Where(copy => copy.Rig == server.Rig).OrderByDescending(copy => copy.Project == server.Project).ThenBy(copy => copy.Path.Length).FirstOrDefault();
                yield return (near ?? copies.First() with { Rig = server.Rig, Path = server.Path, Line = server.Line }) with { Project = server.Project };
            }

            if (servers.Count > 0)
                continue;
            foreach (var ofRig in copies.GroupBy(copy => copy.Rig))
                yield return ofRig.OrderBy(copy => callers.Contains((copy.Rig, Top(copy.Path)))).ThenBy(copy => copy.Path.Length).First();
        }

        foreach (var endpoint in endpoints)
        {
            if (!IsOne(endpoint.Method))
                yield return endpoint;
        }
    }

    /// <summary>Finds what answers a call: languages write the methods of gRPC in a case of their own, and C# adds <c>Async</c>.</summary>
    public static Func<EndpointCall, IReadOnlyList<Endpoint>> Answers(IEnumerable<Endpoint> endpoints)
    {
        var known = endpoints.ToLookup(endpoint => (endpoint.Method, endpoint.Method == "RPC" ? $"{ServiceOf(endpoint.Template)}/{MethodOf(endpoint.Template)}".ToLowerInvariant() : endpoint.Template));
        return call =>
        {
            if (call.Method != "RPC")
                return [.. known[(call.Method, call.Template)]];
            var (service, method) = (ServiceOf(call.Template), MethodOf(call.Template));
            foreach (var name in new[] { method, method.EndsWith("Async", StringComparison.Ordinal) ? method[..^5] : "" })
            {
                if (name.Length > 0 && known[("RPC", $"{service}/{name}".ToLowerInvariant())].ToList() is { Count: > 0 } found)
                    return found;
            }

            return [];
        };
    }

    private static string Top(string path) => path.IndexOf('/') is > 0 and var end ? path[..end] : "";

    private static string ServiceOf(string template)
    {
        var name = template[1..template.LastIndexOf('/')];
        return name[(name.LastIndexOf('.') + 1)..];
    }

    private static string MethodOf(string template) => template[(template.LastIndexOf('/') + 1)..];
}
