using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Scopes;

namespace CodeSyncer.PowerShell.Output;

/// <summary>One sync of Watch-Context.</summary>
public sealed class ContextUpdate : TerminalText
{
    internal ContextUpdate(WatchReport report)
    {
        var result = report.Result;
        Rig = report.Rig;
        Took = report.Took;
        Tags = result.TagCount;
        Files = result.FileCount;
        Documents = [.. result.Documents.Select(document => new ContextDocument(document))];
        Written = [.. Documents.Where(document => document.State == nameof(DocumentState.Written)).Select(document => document.Name)];
    }

    public DateTimeOffset Time { get; } = DateTimeOffset.Now;

    /// <summary>Empty: a repository on its own, or the town's own documents.</summary>
    public string Rig { get; }

    public TimeSpan Took { get; }

    public int Tags { get; }

    public int Files { get; }

    /// <summary>File names of the documents that were written.</summary>
    public IReadOnlyList<string> Written { get; }

    public IReadOnlyList<ContextDocument> Documents { get; }
}
