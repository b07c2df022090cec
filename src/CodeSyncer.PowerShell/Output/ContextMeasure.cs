namespace CodeSyncer.PowerShell.Output;

/// <summary>One row of Measure-Context.</summary>
public sealed class ContextMeasure : TerminalText
{
    /// <summary><c>Kind</c>, <c>Folder</c> or <c>Document</c>.</summary>
    public required string Group { get; init; }

    public required string Name { get; init; }

    /// <summary>How many tags; null for a document.</summary>
    public int? Tags { get; init; }

    /// <summary>Size as UTF-8; null for a kind or a folder.</summary>
    public int? Bytes { get; init; }

    public override string ToString() => $"{Group} {Name}: {Tags ?? Bytes}";
}
