namespace CodeSyncer.Core.Ledger.Beads;

/// <summary>What a field of a bead holds.</summary>
public enum BeadFieldKind
{
    Text,
    Title,

    /// <summary>One word: a state, a type.</summary>
    Word,

    /// <summary>0 to 4.</summary>
    Priority,
    Number,
    Flag,

    /// <summary>RFC 3339, or a day (midnight, UTC).</summary>
    Time,

    /// <summary>Any JSON.</summary>
    Json,

    /// <summary>Texts divided by commas.</summary>
    List,

    /// <summary>Set by other rules only.</summary>
    Fixed,
}
