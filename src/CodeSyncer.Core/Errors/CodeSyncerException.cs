namespace CodeSyncer.Core.Errors;

/// <summary>
/// The one exception family of this project: what failed with which value (the message) and what to do (the hint).
/// Every front maps <see cref="Kind"/> to its exit code or error category in one place.
/// </summary>
public sealed class CodeSyncerException(ErrorKind kind, string id, string message, string hint, Exception? inner = null)
    : Exception(message, inner)
{
    public ErrorKind Kind { get; } = kind;

    /// <summary>Stable name of the error, as PowerShell's FullyQualifiedErrorId shows it.</summary>
    public string Id { get; } = id;

    /// <summary>What the reader can do now: one sentence without its full stop.</summary>
    public string Hint { get; } = hint;
}
