namespace CodeSyncer.Core.Ledger;

/// <summary>Types of dependencies. Any other word is allowed and never blocks. Source: types.DependencyType of Beads.</summary>
public static class DependencyType
{
    public const string Blocks = "blocks";
    public const string ConditionalBlocks = "conditional-blocks";
    public const string WaitsFor = "waits-for";
    public const string ParentChild = "parent-child";
    public const string Related = "related";
    public const string DiscoveredFrom = "discovered-from";

    /// <summary>For completion; other words are fine.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        Blocks, ConditionalBlocks, WaitsFor, ParentChild, Related, DiscoveredFrom,
        "replies-to", "relates-to", "duplicates", "supersedes", "tracks", "caused-by", "validates",
    ];

    /// <summary>Whether edges of this type decide about readiness; over these no cycle may be.</summary>
    public static bool AffectsReadiness(string type) => type is Blocks or ConditionalBlocks or WaitsFor or ParentChild;
}
