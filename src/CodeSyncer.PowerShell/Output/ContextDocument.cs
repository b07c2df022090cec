using CodeSyncer.Platform.Context;

namespace CodeSyncer.PowerShell.Output;

/// <summary>One context document, and what became of it.</summary>
public sealed class ContextDocument : TerminalText
{
    internal ContextDocument(DocumentResult result)
    {
        Name = result.Name;
        FullName = result.Path;
        State = result.State.ToString();
        Length = result.Size;
        Reason = result.Reason;
    }

    public string Name { get; }

    public string FullName { get; }

    /// <summary><c>Unchanged</c>, <c>Written</c>, <c>Stale</c>, <c>Skipped</c> or <c>Removed</c>.</summary>
    public string State { get; }

    /// <summary>In bytes, as the document should be.</summary>
    public int Length { get; }

    /// <summary>Why it was skipped or removed.</summary>
    public string? Reason { get; }

    public override string ToString() => Name;
}
