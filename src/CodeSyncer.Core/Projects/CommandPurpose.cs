namespace CodeSyncer.Core.Projects;

/// <summary>What a command is for, in the order in which a newcomer needs them.</summary>
public enum CommandPurpose
{
    Install,
    Build,
    Test,
    Run,
    Check,
}
