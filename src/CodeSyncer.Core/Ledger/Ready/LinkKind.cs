namespace CodeSyncer.Core.Ledger.Ready;

/// <summary>What an edge means for readiness.</summary>
internal enum LinkKind : byte
{
    /// <summary>blocks: until the target is done.</summary>
    Blocks,

    /// <summary>conditional-blocks: the same.</summary>
    ConditionalBlocks,

    /// <summary>parent-child.</summary>
    Child,

    /// <summary>waits-for: until no child of the target is open.</summary>
    AllChildren,

    /// <summary>waits-for: until a child of the target is closed.</summary>
    AnyChildren,
}
