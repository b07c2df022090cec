namespace CodeSyncer.Core.Endpoints.Facts;

/// <summary>A call of an endpoint.</summary>
/// <param name="Method">In capitals; <c>ANY</c> where the source does not say it.</param>
/// <param name="Url">As written, <c>{=name}</c> for an expression; null: the source does not say it.</param>
/// <param name="Client">Symbol of the client in this file; empty: none.</param>
/// <param name="Line">1-based.</param>
public sealed record CallFact(string Framework, string Method, string? Url, string Client, int Line, string? Response = null);
