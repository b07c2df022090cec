namespace CodeSyncer.Core.Endpoints.Facts;

/// <summary>A function that hands on a parameter of its own.</summary>
/// <param name="Owner">The type or object that it belongs to; empty: none.</param>
/// <param name="Parameters">In their order.</param>
public sealed record WrapperName(string Owner, string Name, IReadOnlyList<string> Parameters);
