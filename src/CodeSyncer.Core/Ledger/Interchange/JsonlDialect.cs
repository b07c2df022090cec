namespace CodeSyncer.Core.Ledger.Interchange;

/// <summary>The two forms of Beads JSONL.</summary>
public enum JsonlDialect
{
    /// <summary>Beads 0.x: one bead a line, nothing else.</summary>
    Plain = 0,

    /// <summary>Beads 1.x: each line says its <c>_type</c>, with derived counts; memories and a header besides.</summary>
    Typed = 1,
}
