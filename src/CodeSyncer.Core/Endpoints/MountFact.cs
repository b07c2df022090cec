namespace CodeSyncer.Core.Endpoints;

/// <summary>A router stands below another one.</summary>
/// <param name="Parent">Symbol of the outer one in this file; empty: the application.</param>
/// <param name="Prefix">As written; null: the source does not say it.</param>
/// <param name="Target">Symbol of the inner one in this file, or a reference to one elsewhere.</param>
public sealed record MountFact(string Parent, string? Prefix, string Target);
