using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>Our entries in the settings of agents that work at the root of a town, which is in no repository; recorded, so that exactly they are taken out again.</summary>
public sealed class TownWiring
{
    private readonly string _root;
    private readonly string _file;
    private readonly WiringRecord _known;

    public TownWiring(string root)
    {
        _root = RealPath.Of(root);
        _file = Path.Combine(_root, TownLayout.State.Replace('/', Path.DirectorySeparatorChar), "wiring.json");
        _known = WiringRecord.Read(_file, _root) ?? new WiringRecord();
    }

    /// <summary>The agents that ask us here, by their names in the catalog.</summary>
    public IReadOnlyList<string> Agents => [.. _known.Agents.Select(wiring => wiring.Agent)];

    /// <param name="agents">Names of the agents to wire; null: those that are wired here already.</param>
    /// <param name="executable">The one that they call.</param>
    /// <exception cref="CodeSyncerException">One is not known.</exception>
    public ChangePlan Plan(IReadOnlyList<string>? agents, string executable)
    {
        var steps = new List<PlanStep>();
        var settings = AgentSettings.OfTown(_root, executable);
        var wanted = AgentSettings.Named(agents ?? Agents);
        foreach (var wiring in _known.Agents.Where(wiring => !wanted.Exists(agent => agent.Name == wiring.Agent)))
            steps.Add(AgentSettings.PlanRemoval(wiring, _known.Created.Contains(wiring.File)));
        foreach (var agent in wanted)
            steps.Add(settings.Plan(agent, _known.Agents.FirstOrDefault(wiring => wiring.Agent == agent.Name)));
        if (steps.Count > 0)
        {
            var record = new WiringRecord { Mode = InitMode.Private, Hooks = false, Agents = settings.Wired, Created = [.. _known.Created.Union(settings.Created)] };
            var content = record.ToBytes(_root, _root);
            if (!File.Exists(_file) || !File.ReadAllBytes(_file).AsSpan().SequenceEqual(content))
                steps.Add(PlanStep.Of("agents", "noted for uninstall", new WriteFile(_file, content)));
        }

        return new ChangePlan(steps);
    }

    /// <summary>Takes all of it out; folders that we made go when nothing else is in them.</summary>
    public IReadOnlyList<PlanStep> Remove()
    {
        var plan = new ChangePlan([.. _known.Agents.Select(wiring => AgentSettings.PlanRemoval(wiring, _known.Created.Contains(wiring.File)))]);
        plan.Apply();
        foreach (var folder in _known.Created.Where(Directory.Exists).OrderByDescending(path => path.Length))
        {
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }

        if (File.Exists(_file))
            File.Delete(_file);
        return plan.Steps;
    }
}
