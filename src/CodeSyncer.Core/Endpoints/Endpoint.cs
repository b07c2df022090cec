namespace CodeSyncer.Core.Endpoints;

/// <summary>What a project offers: a route of HTTP, a method of gRPC, a root field of GraphQL.</summary>
public sealed record Endpoint
{
    /// <summary>In capitals; <c>ANY</c>: the source binds none; <c>RPC</c>, <c>QUERY</c>, <c>MUTATION</c>, <c>SUBSCRIPTION</c> of the other kinds.</summary>
    public required string Method { get; init; }

    /// <summary>The whole path as it is served; <see cref="Unknown"/>: it is built at run time; with a path behind it: only its beginning is.</summary>
    public required string Template { get; init; }

    /// <summary>Name of a row of frameworks.json, or the format of the file.</summary>
    public required string Framework { get; init; }

    /// <summary>Of the repository, with <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>1-based.</summary>
    public required int Line { get; init; }

    public string? Request { get; init; }

    public string? Response { get; init; }

    /// <summary>Name of the rig; empty: a repository on its own.</summary>
    public string Rig { get; init; } = "";

    /// <summary>Folder of the project in the repository; empty: its root.</summary>
    public string Project { get; init; } = "";

    public bool IsHttp => !Schemas.IsOne(Method);

    public bool IsKnown => !Template.StartsWith(Unknown, StringComparison.Ordinal);

    public const string Unknown = "?";
}
