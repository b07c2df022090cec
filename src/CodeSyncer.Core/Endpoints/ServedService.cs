namespace CodeSyncer.Core.Endpoints;

/// <summary>A project that serves a service of gRPC.</summary>
/// <param name="Name">Without its package.</param>
/// <param name="Line">1-based.</param>
public sealed record ServedService(string Name, string Path, int Line, string Project, string Rig = "");
