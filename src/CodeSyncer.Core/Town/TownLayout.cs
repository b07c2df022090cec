namespace CodeSyncer.Core.Town;

/// <summary>Where things stand in a town: paths relative to its root, with <c>/</c>.</summary>
public static class TownLayout
{
    public const string Folder = ".codesyncer";
    public const string SettingsFile = ".codesyncer/town.yml";
    public const string Ledger = ".codesyncer/ledger.git";

    /// <summary>What concerns this machine only: processes, locks, what is stopped.</summary>
    public const string State = ".codesyncer/state";

    public const string Sessions = State + "/sessions";
    public const string Runs = State + "/runs";
    public const string StoppedFile = State + "/stopped";
    public const string Logs = ".codesyncer/logs";

    private const string Rigs = ".codesyncer/rigs/";

    public static string RigFolder(string rig) => Rigs + rig;

    /// <summary>The rig's hub: a bare clone.</summary>
    public static string Hub(string rig) => $"{Rigs}{rig}/repo.git";

    /// <summary>The work tree in which the queue merges and runs gates.</summary>
    public static string QueueTree(string rig) => $"{Rigs}{rig}/queue";

    public static string WorkTree(AgentAddress agent) => $"{Rigs}{agent.Rig}/{agent.Kind}/{agent.Name}";

    public static string LogFolder(AgentAddress agent) => $"{Logs}/{agent.Rig}/{agent.Name}";

    /// <summary>Whose work tree a path relative to the root is in; null: nobody's.</summary>
    public static AgentAddress? AgentAt(string relative) =>
        relative.StartsWith(Rigs, StringComparison.Ordinal) && relative[Rigs.Length..].Split('/') is [var rig, AgentAddress.CrewKind or AgentAddress.PolecatKind, var name, ..] parts
            ? new AgentAddress(rig, parts[1], name) : null;

    /// <summary>The branch on which a polecat works on a bead.</summary>
    public static string Branch(string polecat, string bead) => $"polecat/{polecat}/{bead}";

    public static string CrewBranch(string crew) => $"crew/{crew}";
}
