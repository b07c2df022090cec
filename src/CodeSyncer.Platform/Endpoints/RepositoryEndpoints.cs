using CodeSyncer.Core.Endpoints;

namespace CodeSyncer.Platform.Endpoints;

/// <summary>What one repository offers and calls.</summary>
/// <param name="Services">Of gRPC, where they are served.</param>
/// <param name="Problems">Files that could not be read, and why.</param>
public sealed record RepositoryEndpoints(IReadOnlyList<Endpoint> Endpoints, IReadOnlyList<EndpointCall> Calls, IReadOnlyList<ServedService> Services, IReadOnlyList<(string Path, string Problem)> Problems)
{
    public static RepositoryEndpoints None { get; } = new([], [], [], []);
}
