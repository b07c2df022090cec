namespace CodeSyncer.Core.Endpoints.Facts;

/// <summary>A function that hands on to a client a path that it is given: <c>get(path) { return axios.get(BASE + path) }</c>.</summary>
/// <param name="Owner">The type or object that it belongs to; empty: none.</param>
/// <param name="Parameters">In their order.</param>
/// <param name="Method">In capitals; <c>ANY</c>: its callers say it.</param>
/// <param name="Url">As written, <c>{#2}</c> for the third parameter.</param>
/// <param name="Client">Symbol of the client in this file; empty: none.</param>
/// <param name="Line">Of the call in it, 1-based.</param>
public sealed record WrapperFact(string Owner, string Name, IReadOnlyList<string> Parameters, string Framework, string Method, string Url, string Client, int Line);
