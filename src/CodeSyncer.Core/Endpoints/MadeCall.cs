namespace CodeSyncer.Core.Endpoints;

/// <summary>A call, and what answers it.</summary>
/// <param name="Answers">Empty: nobody does, or somebody elsewhere.</param>
/// <param name="IsElsewhere">Its host is none of ours.</param>
public sealed record MadeCall(EndpointCall Call, IReadOnlyList<Endpoint> Answers, bool IsElsewhere);
