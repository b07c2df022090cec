using CodeSyncer.Core.Agents;

namespace CodeSyncer.Core.Town;

/// <summary>
/// How an agent is started: from the catalog, or from the user's or the town's configuration; never from a repository.
/// <c>{prompt}</c>, <c>{prime}</c>, <c>{session}</c>, <c>{agent}</c> and <c>{bead}</c> in an argument stand for what they name.
/// </summary>
public sealed record AgentProgram(string Name, string Program)
{
    public IReadOnlyList<string> Headless { get; init; } = [];

    /// <summary>Arguments that go on with a session of before; empty: a new one is begun.</summary>
    public IReadOnlyList<string> Resume { get; init; } = [];

    /// <summary>Arguments for a person at a terminal: the mayor.</summary>
    public IReadOnlyList<string> Interactive { get; init; } = [];

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The agent of the catalog whose settings it reads; null: none, so that its prompt holds all.</summary>
    public string? Profile { get; init; }

    public static AgentProgram Of(AgentProfile profile) => new(profile.Name, profile.Program)
    {
        Headless = profile.Headless,
        Resume = profile.Resume,
        Profile = profile.Name,
    };
}
