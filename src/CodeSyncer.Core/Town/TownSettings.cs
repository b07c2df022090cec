namespace CodeSyncer.Core.Town;

/// <summary>What <c>town.yml</c> says, over what the user's own configuration says.</summary>
public sealed record TownSettings
{
    public string Name { get; init; } = "town";

    public IReadOnlyList<RigSettings> Rigs { get; init; } = [];

    /// <summary>By name, over the catalog.</summary>
    public IReadOnlyDictionary<string, AgentProgram> Agents { get; init; } = new Dictionary<string, AgentProgram>();

    /// <summary>Somebody wrote in the town's own settings which agents are to work here.</summary>
    public bool NamesAgents { get; init; }

    /// <summary>The agent that is started where none is named.</summary>
    public string Agent { get; init; } = "claude";

    /// <summary>Commands that must succeed on what is about to land.</summary>
    public IReadOnlyList<string> Gates { get; init; } = [];

    public TimeSpan GateTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often gates that failed are run again before anybody is blamed.</summary>
    public int GateRetries { get; init; } = 1;

    public int MostPolecats { get; init; } = 30;

    public int MostPolecatsOfRig { get; init; } = 10;

    /// <summary>Names for polecats; empty: our own.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>An agent that shows no sign of life for so long is stalled.</summary>
    public TimeSpan StalledAfter { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>The pause before the second respawn; each later one is four times as long.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(30);

    public int MostRespawns { get; init; } = 3;

    /// <summary>An escalation that nobody has acknowledged for so long is raised.</summary>
    public TimeSpan EscalationAge { get; init; } = TimeSpan.FromHours(4);

    /// <summary>The remote of the ledger; null: none.</summary>
    public string? LedgerRemote { get; init; }

    public RigSettings? Rig(string name) => Rigs.FirstOrDefault(rig => TownName.AreSame(rig.Name, name));

    public IReadOnlyList<string> GatesOf(RigSettings rig) => rig.Gates ?? Gates;

    public int MostPolecatsIn(RigSettings rig) => rig.MostPolecats ?? MostPolecatsOfRig;
}
