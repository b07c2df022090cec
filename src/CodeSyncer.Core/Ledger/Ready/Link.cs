namespace CodeSyncer.Core.Ledger.Ready;

/// <summary>An edge between two numbered beads, and the next one of the same source and of the same target (-1: none).</summary>
internal struct Link
{
    public int From;
    public int To;
    public int NextOut;
    public int NextIn;
    public LinkKind Kind;

    public readonly bool IsGate => Kind is LinkKind.AllChildren or LinkKind.AnyChildren;

    public readonly string Type => Kind switch
    {
        LinkKind.Blocks => DependencyType.Blocks,
        LinkKind.ConditionalBlocks => DependencyType.ConditionalBlocks,
        LinkKind.Child => DependencyType.ParentChild,
        _ => DependencyType.WaitsFor,
    };
}
