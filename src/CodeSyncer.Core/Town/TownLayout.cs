using System.Text;
using CodeSyncer.Core.Ledger;

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

    /// <summary>In front of a name that is escaped: no name begins with it.</summary>
    private const char Escaped = '_';

    /// <summary>
    /// A name as a part of a path or a branch name: a plain one as it is; one with letters of other scripts escaped, reversibly, because file systems do not
    /// agree on how such letters are composed.
    /// </summary>
    public static string Part(string name) => Ascii.IsValid(name) ? name : Escaped + AgentName.Escape(name);

    /// <summary>The name again; null: it is the part of none.</summary>
    public static string? NameOf(string part) => part is [Escaped, .. var rest] ? AgentName.Unescape(rest) : part;

    public static string RigFolder(string rig) => Rigs + Part(rig);

    /// <summary>The rig's hub: a bare clone.</summary>
    public static string Hub(string rig) => $"{RigFolder(rig)}/repo.git";

    /// <summary>The work tree in which the queue merges and runs gates.</summary>
    public static string QueueTree(string rig) => $"{RigFolder(rig)}/queue";

    public static string WorkTree(AgentAddress agent) => $"{RigFolder(agent.Rig)}/{agent.Kind}/{Part(agent.Name)}";

    public static string LogFolder(AgentAddress agent) => $"{Logs}/{Part(agent.Rig)}/{Part(agent.Name)}";

    /// <summary>Whose work tree a path relative to the root is in; null: nobody's.</summary>
    public static AgentAddress? AgentAt(string relative) =>
        relative.StartsWith(Rigs, StringComparison.Ordinal) && relative[Rigs.Length..].Split('/') is [var rig, AgentAddress.CrewKind or AgentAddress.PolecatKind, var name, ..] parts
        && NameOf(rig) is { } ofRig && NameOf(name) is { } ofAgent ? new AgentAddress(ofRig, parts[1], ofAgent) : null;

    /// <summary>The branch on which a polecat works on a bead.</summary>
    public static string Branch(string polecat, string bead) => $"polecat/{Part(polecat)}/{bead}";

    public static string CrewBranch(string crew) => $"crew/{Part(crew)}";
}
