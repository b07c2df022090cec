namespace CodeSyncer.Core.Ledger.Ready;

/// <summary>In which order ready work is offered; what is equal comes by id. Source: types.SortPolicy of Beads.</summary>
public enum ReadyOrder
{
    /// <summary>The most urgent first; of one priority the newest.</summary>
    Priority,

    /// <summary>The oldest first, whatever its priority.</summary>
    Oldest,

    /// <summary>What is at most 48 hours old by priority, then the rest by age: nothing waits forever behind new work.</summary>
    Hybrid,
}
