using CodeSyncer.Platform.Town;

namespace CodeSyncer.PowerShell.Output;

/// <summary>A town at one moment.</summary>
public sealed class TownInfo : TerminalText
{
    private readonly TownStatus _status;

    internal TownInfo(TownStatus status, Func<AgentStatus, string> place)
    {
        _status = status;
        Rigs = [.. status.Rigs.Select(rig => new RigInfo(rig, status.Root))];
        Agents = [.. TownAgentInfo.Of(status.Root, status.Agents, place)];
        Convoys = [.. status.Convoys.Select(convoy => new ConvoyInfo(convoy, status.Root))];
        Queue = [.. status.Queue.Select(bead => new QueuedBead(bead, status.Root))];
        Escalations = [.. status.Escalations.Select(escalation => new EscalationInfo(escalation, status.Root))];
    }

    public string Name => _status.Name;

    /// <summary>Its root.</summary>
    public string Town => _status.Root;

    /// <summary><c>Stopped</c>, <c>Supervised</c> or <c>OnItsOwn</c>.</summary>
    public string State => _status.IsStopped ? "Stopped" : _status.HasSupervisor ? "Supervised" : "OnItsOwn";

    public RigInfo[] Rigs { get; }

    public TownAgentInfo[] Agents { get; }

    /// <summary>Those that are not closed, the newest first.</summary>
    public ConvoyInfo[] Convoys { get; }

    /// <summary>What waits to land, in order.</summary>
    public QueuedBead[] Queue { get; }

    /// <summary>Ids of beads that wait for a polecat.</summary>
    public string[] Waiting => [.. _status.Waiting.Select(bead => bead.Id)];

    /// <summary>Those that nobody has acknowledged, the most severe first.</summary>
    public EscalationInfo[] Escalations { get; }

    public int UnreadOfMayor => _status.UnreadOfMayor;

    /// <summary>How many beads there are of each status, as <c>COUNT STATUS</c>.</summary>
    public string[] Beads => [.. _status.Beads.Select(entry => $"{entry.Count} {entry.Status}")];

    public override string ToString() => Name;

    internal static TownInfo Of(TownWorkspace town) => new(new TownReader(town).Read(), agent => town.WorkTreeOf(agent.Slot.Address!));
}
