namespace CodeSyncer.Core.Endpoints.Facts;

/// <summary>A route that a file declares, before the prefixes of what it is mounted in are known.</summary>
/// <param name="Framework">Name of the row of frameworks.json, or the format of the file.</param>
/// <param name="Method">In capitals; <c>ANY</c> where the source binds none.</param>
/// <param name="Path">As written, <c>{=name}</c> for an expression; null: the source does not say it.</param>
/// <param name="Router">Symbol of the router in this file; empty: none, the path is whole.</param>
/// <param name="Line">1-based.</param>
public sealed record RouteFact(string Framework, string Method, string? Path, string Router, int Line, string? Request = null, string? Response = null)
{
    /// <summary>In <see cref="Router"/>: behind it stand the class whose prefix is meant, the controller, and the action where only convention says the path.</summary>
    internal const string Inherited = ">class:";
}
