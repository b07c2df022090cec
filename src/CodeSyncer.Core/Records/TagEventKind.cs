namespace CodeSyncer.Core.Records;

/// <summary>What a commit did to a tag.</summary>
public enum TagEventKind
{
    Introduced,

    /// <summary>Its text changed at its place, or under its own id.</summary>
    Reworded,

    /// <summary>The same tag stands in another file now.</summary>
    Moved,

    /// <summary>A new tag says that it takes its place.</summary>
    Superseded,

    Dropped,

    /// <summary>A merge took this form of it, and not what another branch had made of it.</summary>
    Kept,
}
