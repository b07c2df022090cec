namespace CodeSyncer.Core.Town;

/// <summary>Where an agent stands, as <see cref="Reconcile"/> finds it.</summary>
public enum AgentState
{
    /// <summary>It holds no bead and no process of it runs.</summary>
    Idle,

    /// <summary>It holds no bead any more; its process is about to end.</summary>
    Finishing,

    /// <summary>It was given a bead; its process is being started.</summary>
    Starting,

    /// <summary>Its process runs and shows signs of life.</summary>
    Working,

    /// <summary>Its process runs and has shown no sign of life for too long.</summary>
    Stalled,

    /// <summary>It has handed its work in.</summary>
    Submitted,

    /// <summary>Its process is gone, and its bead is not done.</summary>
    Dead,

    /// <summary>Dead, and started again in a while.</summary>
    Waiting,

    /// <summary>A person stopped it.</summary>
    Stopped,
}
