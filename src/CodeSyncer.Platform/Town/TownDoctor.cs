using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Platform.Processes;

namespace CodeSyncer.Platform.Town;

/// <summary>Looks whether a town could work: its settings, rigs, agents, and what waits for somebody. It changes nothing and asks no remote.</summary>
public sealed class TownDoctor(TownWorkspace town)
{
    public IReadOnlyList<Finding> Examine()
    {
        var status = new TownReader(town).Read();
        return [Finding.Ok("town", $"{status.Name} ({town.Root})"), Executable(), .. Programs(status), .. Ledger(), .. status.Rigs.Select(Rig), .. Newcomers(), Gates(), .. Agents(status), .. State(status)];
    }

    private Finding Executable()
    {
        var installed = UserPlaces.OfThisUser().Executable;
        return File.Exists(installed) ? Finding.Ok("executable", installed)
            : town.Executable is { } source ? Finding.Ok("executable", $"{source.Path}; installed with the first work tree")
            : Finding.Fail("executable", $"'{installed}' is not there", "run 'codesyncer init' in a repository: it installs it");
    }

    private IEnumerable<Finding> Programs(TownStatus status)
    {
        foreach (var name in town.Settings.Agents.Keys.Append(town.Settings.Agent).Distinct())
        {
            Finding finding;
            try
            {
                finding = Finding.Ok("agent", $"{name}: {AgentPrograms.Locate(AgentPrograms.Find(town.Settings, name))}");
            }
            catch (CodeSyncerException error)
            {
                // A town that only shares its context starts nobody, however many beads its people keep.
                var isNeeded = town.Settings.NamesAgents || status.Waiting.Count > 0 || status.Agents.Any(agent => agent.Slot is { IsPolecat: true, Bead: not null });
                finding = name != town.Settings.Agent ? Finding.Warn("agent", $"{name}: {error.Message}", error.Hint)
                    : isNeeded ? Finding.Fail("agent", $"{name}: {error.Message}", error.Hint)
                    : Finding.Ok("agent", $"none is needed: no polecat works here ('{name}' would be started for one, and is not on PATH)");
            }

            yield return finding;
        }
    }

    private IEnumerable<Finding> Ledger()
    {
        var broken = town.Store.Index().Broken();
        if (broken.Count == 0)
            yield return Finding.Ok("ledger", town.Place.Directory);
        foreach (var (path, what) in broken)
            yield return Finding.Fail("ledger", $"'{path}' cannot be read: {what}", "see 'codesyncer ledger verify'");
    }

    private static Finding Rig(RigStatus rig) => rig.Problem is { } problem
        ? Finding.Fail("rig", $"{rig.Settings.Name}: {problem}", "bring the clone back, or take the rig out with 'codesyncer rig remove'")
        : Finding.Ok("rig", $"{rig.Settings.Name}: {rig.Path}, lands on {rig.Settings.Target}{(rig.Settings.Remote is null ? ", no remote" : "")}");

    /// <summary>A clone that somebody put here since.</summary>
    private IEnumerable<Finding> Newcomers()
    {
        foreach (var clone in new TownInPlace(town.Root).Clones.Where(clone => clone.Refusal is null))
            yield return Finding.Warn("rig", $"'{Path.GetRelativePath(town.Root, clone.Path)}' is a clone here and no rig", "run 'codesyncer init' here to adopt it");
    }

    private Finding Gates() => town.Settings.Rigs.Count > 0 && town.Settings.Rigs.All(rig => town.Settings.GatesOf(rig).Count == 0)
        ? Finding.Warn("gates", "there are none: whatever merges lands", "name your tests under 'gates' in town.yml")
        : Finding.Ok("gates", $"{town.Settings.Rigs.Sum(rig => town.Settings.GatesOf(rig).Count)} for {town.Settings.Rigs.Count} rigs");

    private static IEnumerable<Finding> Agents(TownStatus status)
    {
        foreach (var agent in status.Agents.Where(agent => agent.Slot.IsPolecat && agent.Verdict.Action != AgentAction.None))
            yield return Finding.Warn("polecat", $"{agent.Name} is {agent.State}: {agent.Verdict.Reason}", "run 'codesyncer town recover'");
        yield return Finding.Ok("polecats", $"{status.Agents.Count(agent => agent.Slot is { IsPolecat: true, Bead: not null })} at work, {status.Queue.Count} beads in the queue, {status.Waiting.Count} wait for an agent");
    }

    private static IEnumerable<Finding> State(TownStatus status)
    {
        if (status.IsStopped)
            yield return Finding.Warn("stopped", "nothing is started or landed", "go on with 'codesyncer town start'");
        if (status.Escalations.Count > 0)
            yield return Finding.Warn("escalations", $"{status.Escalations.Count} wait for somebody", "see 'codesyncer escalate list'");
    }
}
