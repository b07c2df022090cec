namespace CodeSyncer.Core.Endpoints.Facts;

/// <summary>A router stands below another one.</summary>
/// <param name="Parent">Symbol of the outer one in this file; empty: the application.</param>
/// <param name="Prefix">As written; null: the source does not say it.</param>
/// <param name="Target">Symbol of the inner one in this file, or a reference to one elsewhere.</param>
public sealed record MountFact(string Parent, string? Prefix, string Target)
{
    /// <summary>What the target begins with that is a folder: each file in it stands below the path of its own folder (the autoloading of Fastify).</summary>
    internal const string Folder = "folder:";
}
