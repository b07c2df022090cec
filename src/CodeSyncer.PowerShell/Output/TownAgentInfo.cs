using CodeSyncer.Platform.Town;

namespace CodeSyncer.PowerShell.Output;

/// <summary>A polecat, or the work tree of a crew.</summary>
public sealed class TownAgentInfo : TerminalText
{
    private readonly AgentStatus _agent;

    internal TownAgentInfo(AgentStatus agent, string path, string town)
    {
        _agent = agent;
        Path = path;
        Town = town;
    }

    /// <summary><c>RIG/polecats/NAME</c> or <c>RIG/crew/NAME</c>.</summary>
    public string Name => _agent.Name;

    public string ShortName => _agent.Slot.Address!.Name;

    public string Rig => _agent.Slot.Address!.Rig;

    public bool IsPolecat => _agent.Slot.IsPolecat;

    /// <summary>
    /// As a word: <c>idle</c>, <c>starting</c>, <c>working</c>, <c>stalled</c>, <c>dead</c>, <c>waiting</c>, <c>stopped</c>,
    /// <c>submitted</c>, <c>finishing</c>, <c>crew</c>.
    /// </summary>
    public string State => _agent.State;

    /// <summary>Why it is so; empty: there is nothing to say.</summary>
    public string Reason => _agent.Verdict.Reason;

    public string? Bead => _agent.Bead?.Id;

    public string? Title => _agent.Bead?.Title;

    public string? Branch => _agent.Slot.Branch;

    public string? Program => _agent.Slot.Program;

    /// <summary>How often it was started again for this bead because it had failed.</summary>
    public int Attempts => (int)_agent.Slot.Attempts;

    public int? ProcessId => _agent.Run?.Process?.Id;

    public int? ExitCode => _agent.Run?.ExitCode;

    /// <summary>When it took its bead, or when it ended last.</summary>
    public DateTime? Since => _agent.Since?.LocalDateTime;

    /// <summary>The last sign of life.</summary>
    public DateTime? Seen => _agent.Seen?.LocalDateTime;

    /// <summary>What it printed in its last run; absolute.</summary>
    public string? Log => _agent.Run?.Log;

    /// <summary>Its work tree; absolute.</summary>
    public string Path { get; }

    /// <summary>The root of the town.</summary>
    public string Town { get; }

    public override string ToString() => Name;

    internal static List<TownAgentInfo> Of(TownWorkspace town) => Of(town.Root, new TownReader(town).Agents(), agent => town.WorkTreeOf(agent.Slot.Address!));

    internal static List<TownAgentInfo> Of(string root, IEnumerable<AgentStatus> agents, Func<AgentStatus, string> place) =>
        [.. agents.Select(agent => new TownAgentInfo(agent, place(agent), root))];
}
