using CodeSyncer.Platform.Context;

namespace CodeSyncer.PowerShell.Output;

/// <summary>One sync of Watch-Context.</summary>
public sealed class ContextUpdate : TerminalText
{
    internal ContextUpdate(SyncResult result)
    {
        Tags = result.TagCount;
        Files = result.FileCount;
        Documents = [.. result.Documents.Select(document => new ContextDocument(document))];
        Written = [.. Documents.Where(document => document.State == nameof(DocumentState.Written)).Select(document => document.Name)];
    }

    public DateTimeOffset Time { get; } = DateTimeOffset.Now;

    public int Tags { get; }

    public int Files { get; }

    /// <summary>File names of the documents that were written.</summary>
    public IReadOnlyList<string> Written { get; }

    public IReadOnlyList<ContextDocument> Documents { get; }
}
