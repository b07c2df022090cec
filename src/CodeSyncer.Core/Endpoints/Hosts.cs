namespace CodeSyncer.Core.Endpoints;

/// <summary>Whose a host is.</summary>
internal static class Hosts
{
    /// <summary>A host with a dot in its name is somewhere in the world, unless it is this machine or one of a network of ours.</summary>
    public static bool IsForeign(EndpointCall call)
    {
        if (call.Host is null)
            return false;
        var name = NameOf(call.Host);
        return name.Contains('.') && name is not ("127.0.0.1" or "0.0.0.0") && !name.EndsWith(".local", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".internal", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Services are called like their projects where they find each other by name.</summary>
    public static bool IsOf(string host, Endpoint offer) => NamesOf(offer).Contains(NameOf(host), StringComparer.OrdinalIgnoreCase);

    public static string[] NamesOf(Endpoint offer) => [offer.Rig, ProjectFolder.NameOf(offer.Project)];

    /// <summary>Without scheme and port.</summary>
    public static string NameOf(string host) => host[(host.IndexOf("://", StringComparison.Ordinal) + 3)..].Split(':')[0];
}
