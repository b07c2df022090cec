namespace CodeSyncer.Core.Ledger.Ready;

/// <summary>Where a bead stands, derived; of several that apply the first one counts.</summary>
public enum Readiness
{
    /// <summary>A tombstone.</summary>
    Deleted,

    /// <summary>Closed.</summary>
    Done,

    /// <summary>In progress or hooked: somebody holds it.</summary>
    InProgress,

    /// <summary>By what it depends on, by a blocked ancestor, or by its own status <c>blocked</c>.</summary>
    Blocked,

    /// <summary>It, or its direct parent, until a later time; or its own status <c>deferred</c>.</summary>
    Deferred,

    /// <summary>Nobody's next work: pinned, ephemeral, of a type that is no work, or in a state of its own.</summary>
    Aside,

    /// <summary>Anybody may begin.</summary>
    Ready,
}
