namespace CodeSyncer.Core.Town;

/// <summary>What is to be done about an agent.</summary>
public enum AgentAction
{
    None,

    /// <summary>Save its work tree and start it again for the same bead.</summary>
    StartAgain,

    /// <summary>Save its work tree; the bead goes to a person.</summary>
    GiveUp,

    /// <summary>Save its work tree and take the bead from its hook: it is no longer its own.</summary>
    Free,
}
