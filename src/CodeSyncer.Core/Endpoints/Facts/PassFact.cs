namespace CodeSyncer.Core.Endpoints.Facts;

/// <summary>A call of a function that may be a wrapper around a client: which one it is, other files say.</summary>
/// <param name="Target">With dots: <c>ApiService.get</c>.</param>
/// <param name="Arguments">Name, empty where it has none, and text as far as the source says it; <c>{#0}</c> for a parameter of the function around.</param>
/// <param name="Method">The method of HTTP among the arguments; null: none.</param>
/// <param name="Around">The function around, where it hands on a parameter of its own; null: it does not.</param>
/// <param name="Line">1-based.</param>
public sealed record PassFact(string Target, IReadOnlyList<(string Name, string? Text)> Arguments, string? Method, WrapperName? Around, int Line, string? Response);
