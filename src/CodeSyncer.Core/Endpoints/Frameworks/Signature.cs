namespace CodeSyncer.Core.Endpoints.Frameworks;

/// <summary>Where a method takes what it is told.</summary>
internal sealed class Signature
{
    /// <summary>Position of the path; -1: it has none, or by name only.</summary>
    public int At { get; init; }

    /// <summary>Names of arguments, or of properties of an object among them, that hold the path.</summary>
    public string[] Names { get; init; } = [];

    /// <summary>Position of the method of HTTP; -1: by name only.</summary>
    public int Method { get; init; } = -1;

    public string[] MethodNames { get; init; } = [];

    /// <summary>The method where none is said.</summary>
    public string Default { get; init; } = "ANY";

    /// <summary>Position of the router that is mounted; -1: the last argument.</summary>
    public int Target { get; init; } = -1;

    /// <summary>Whether routes on the result have no path of their own: <c>app.route("/x").get(handler)</c>; of a chained one: whether it serves all below the group before it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether a path that ends with a slash serves all below it.</summary>
    public bool IsSubtree { get; init; }

    /// <summary>Whether the path may begin with the method, and the host: <c>GET example.com/x</c>.</summary>
    public bool HoldsMethod { get; init; }
}
