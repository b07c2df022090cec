namespace CodeSyncer.Core.Endpoints;

/// <summary>Where a project calls an endpoint.</summary>
public sealed record EndpointCall
{
    public required string Method { get; init; }

    /// <summary>The path, as far as the source says it.</summary>
    public required string Template { get; init; }

    /// <summary>Scheme and host where the source says them.</summary>
    public string? Host { get; init; }

    /// <summary>The path begins behind a base address that is known at run time only.</summary>
    public bool HasBase { get; init; }

    public required string Framework { get; init; }

    public required string Path { get; init; }

    /// <summary>1-based.</summary>
    public required int Line { get; init; }

    public string? Response { get; init; }

    public string Rig { get; init; } = "";

    public string Project { get; init; } = "";
}
