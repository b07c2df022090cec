namespace CodeSyncer.Core.Endpoints;

/// <summary>A route that a file declares, before the prefixes of what it is mounted in are known.</summary>
/// <param name="Framework">Name of the row of frameworks.json, or the format of the file.</param>
/// <param name="Method">In capitals; <c>ANY</c> where the source binds none.</param>
/// <param name="Path">As written, <c>{=name}</c> for an expression; null: the source does not say it.</param>
/// <param name="Router">Symbol of the router in this file; empty: none, the path is whole.</param>
/// <param name="Line">1-based.</param>
public sealed record RouteFact(string Framework, string Method, string? Path, string Router, int Line, string? Request = null, string? Response = null);

/// <summary>A call of an endpoint.</summary>
/// <param name="Method">In capitals; <c>ANY</c> where the source does not say it.</param>
/// <param name="Url">As written, <c>{=name}</c> for an expression; null: the source does not say it.</param>
/// <param name="Client">Symbol of the client in this file; empty: none.</param>
/// <param name="Line">1-based.</param>
public sealed record CallFact(string Framework, string Method, string? Url, string Client, int Line, string? Response = null);

/// <summary>A router stands below another one.</summary>
/// <param name="Parent">Symbol of the outer one in this file; empty: the application.</param>
/// <param name="Prefix">As written; null: the source does not say it.</param>
/// <param name="Target">Symbol of the inner one in this file, or a reference to one elsewhere.</param>
public sealed record MountFact(string Parent, string? Prefix, string Target);

/// <summary>What the names of one file mean and what it declares. Depends on the file's bytes and its path only, so that it can be kept by both.</summary>
public sealed record FileFacts
{
    public static FileFacts None { get; } = new();

    public IReadOnlyList<RouteFact> Routes { get; init; } = [];

    public IReadOnlyList<CallFact> Calls { get; init; } = [];

    public IReadOnlyList<MountFact> Mounts { get; init; } = [];

    /// <summary>Names of other files' things: the local name, the module, and the name there (empty: all of it, or what it exports).</summary>
    public IReadOnlyList<(string Name, string Module, string Member)> Imports { get; init; } = [];

    /// <summary>Names that stand for a text.</summary>
    public IReadOnlyList<(string Name, string Value)> Constants { get; init; } = [];

    /// <summary>Functions that are given a router, or that make one: name and symbol.</summary>
    public IReadOnlyList<(string Name, string Symbol)> Functions { get; init; } = [];

    /// <summary>A prefix of its own that a router carries from where it is made; with <c>!</c> before it, one that yields to that of a mount.</summary>
    public IReadOnlyList<(string Symbol, string? Prefix)> Prefixes { get; init; } = [];

    /// <summary>What cannot be read, in words.</summary>
    public string? Problem { get; init; }

    public bool IsEmpty => Routes.Count + Calls.Count + Mounts.Count + Constants.Count + Functions.Count + Prefixes.Count == 0 && Problem is null;
}
