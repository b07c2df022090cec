namespace CodeSyncer.Core.Endpoints;

/// <summary>An endpoint and who calls it.</summary>
public sealed record OfferedEndpoint(Endpoint Endpoint, IReadOnlyList<EndpointCall> Callers);
