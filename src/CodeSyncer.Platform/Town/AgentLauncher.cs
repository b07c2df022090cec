using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Platform.Processes;

namespace CodeSyncer.Platform.Town;

/// <summary>Makes an agent's work tree and starts the process that starts and watches the agent.</summary>
public sealed class AgentLauncher(TownWorkspace town)
{
    /// <exception cref="CodeSyncerException">It cannot be started; the ledger is as it was.</exception>
    public void Start(AgentSlot slot)
    {
        var agent = slot.Address!;
        var rig = town.Rig(agent.Rig);
        var command = AgentPrograms.Find(town.Settings, slot.Program ?? town.Settings.Agent);
        AgentPrograms.Locate(command);
        var hub = town.Hub(rig);
        hub.Ensure();
        try
        {
            new AgentTree(town, hub, agent).Make(slot.Branch!, command.Profile);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw TownErrors.SpawnFailed(slot.Name, error.Message);
        }

        if (DetachedProcess.TryStartForTown(OwnProgram(), town.Root, "polecat", "run", slot.Name, slot.Generation!) is not { } runner)
            throw TownErrors.SpawnFailed(slot.Name, "our own executable does not start");
        WaitUntilWatched(slot, runner);
    }

    /// <summary>The executable that runs on its own: this process, or the installed one.</summary>
    internal static string OwnProgram()
    {
        if (Environment.ProcessPath is { } self && Path.GetFileName(self) == UserPlaces.ExecutableName)
            return self;
        var installed = UserPlaces.OfThisUser().Executable;
        return File.Exists(installed) ? installed : throw ErrorTexts.NoExecutable(installed);
    }

    /// <summary>Whoever slung the bead answers for the start until its watcher has taken over.</summary>
    private void WaitUntilWatched(AgentSlot slot, ProcessStamp runner)
    {
        for (var end = Environment.TickCount64 + 20_000; Environment.TickCount64 < end; Thread.Sleep(5))
        {
            if (town.Runs.Of(slot.Name) is { } run && run.Generation == slot.Generation && (run.Process is not null || run.EndedAt is not null))
                return;
            if (!runner.IsAlive())
                return;
        }
    }
}
