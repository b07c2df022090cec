namespace CodeSyncer.Core.Town;

/// <summary>What a sling came to for one bead.</summary>
public enum SlingOutcome
{
    /// <summary>Claimed for an agent that is to be started.</summary>
    Slung,

    /// <summary>An agent has it, or has handed it in: nothing was changed.</summary>
    Already,

    /// <summary>It waits for a polecat, or for what blocks it.</summary>
    Waiting,

    /// <summary>It lies on the hook of a crew, with mail: a person takes it up.</summary>
    Hooked,
}
