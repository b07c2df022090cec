namespace CodeSyncer.Core.Errors;

/// <summary>Error texts of agents and their settings.</summary>
public static class AgentErrors
{
    public static CodeSyncerException BadSettings(string file, int line, string what) => new(ErrorKind.BadInput, "BadSettings",
        $"'{file}' cannot be merged with: line {line}: {what}; it is left as it is", "mend it by hand, then run this again");

    public static CodeSyncerException UnknownAgentProgram(string name, string? nearest, IEnumerable<string> known) => new(ErrorKind.BadInput, "UnknownAgentProgram",
        $"'{LedgerErrors.Shown(name)}' is no agent that is known here", nearest is null ? $"known are {string.Join(", ", known)}" : $"did you mean '{nearest}'?");
}
