namespace CodeSyncer.Core.Endpoints;

/// <summary>An endpoint that is other than before, under calls that are not.</summary>
/// <param name="Endpoint">As it was, where it is offered no more; else as it is.</param>
/// <param name="Callers">Who relies on what was; never empty.</param>
/// <param name="Differences">What it takes or gives now, each in words; empty: it is offered no more.</param>
public sealed record EndpointChange(Endpoint Endpoint, IReadOnlyList<EndpointCall> Callers, IReadOnlyList<string> Differences)
{
    public bool IsGone => Differences.Count == 0;
}
