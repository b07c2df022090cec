namespace CodeSyncer.Core.Endpoints;

/// <summary>A call that nobody offers, and the nearest that somebody does.</summary>
public sealed record UnmatchedCall(EndpointCall Call, Endpoint? Nearest);
