namespace CodeSyncer.Core.Endpoints.Facts;

/// <summary>What the names of one file mean and what it declares. Depends on the file's bytes and its path only, so that it can be kept by both.</summary>
public sealed record FileFacts
{
    public static FileFacts None { get; } = new();

    /// <summary>Owner of the properties of an object without a name, such as the one that a file exports.</summary>
    public const string Unnamed = "?";

    public IReadOnlyList<RouteFact> Routes { get; init; } = [];

    public IReadOnlyList<CallFact> Calls { get; init; } = [];

    public IReadOnlyList<MountFact> Mounts { get; init; } = [];

    /// <summary>Names of other files' things: the local name, the module, and the name there (empty: all of it, or what it exports).</summary>
    public IReadOnlyList<(string Name, string Module, string Member)> Imports { get; init; } = [];

    /// <summary>Names that stand for a text, each with the type or object that it belongs to (empty: none).</summary>
    public IReadOnlyList<(string Owner, string Name, string Value)> Constants { get; init; } = [];

    /// <summary>Functions that are given a router, or that make one: name and symbol.</summary>
    public IReadOnlyList<(string Name, string Symbol)> Functions { get; init; } = [];

    /// <summary>A prefix of its own that a router carries from where it is made; with <c>!</c> before it, one that yields to that of a mount.</summary>
    public IReadOnlyList<(string Symbol, string? Prefix)> Prefixes { get; init; } = [];

    /// <summary>Services of gRPC that it serves, and the line (1-based) that says so.</summary>
    public IReadOnlyList<(string Name, int Line)> Services { get; init; } = [];

    public IReadOnlyList<WrapperFact> Wrappers { get; init; } = [];

    public IReadOnlyList<PassFact> Passes { get; init; } = [];

    /// <summary>What cannot be read, in words.</summary>
    public string? Problem { get; init; }

    public bool IsEmpty => Routes.Count + Calls.Count + Mounts.Count + Constants.Count + Functions.Count + Prefixes.Count + Services.Count + Wrappers.Count + Passes.Count == 0 && Problem is null;
}
