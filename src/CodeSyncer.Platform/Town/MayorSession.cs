using System.Diagnostics;
using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Platform.Processes;

namespace CodeSyncer.Platform.Town;

/// <summary>Opens the mayor: the coordinating agent, at this terminal, at the town's root.</summary>
public sealed class MayorSession(TownWorkspace town)
{
    /// <summary>Runs until the person ends it.</summary>
    /// <param name="program">The agent to open; null: as the town says.</param>
    /// <param name="arguments">More arguments of the agent.</param>
    /// <returns>The agent's exit code.</returns>
    public int Run(string? program, IReadOnlyList<string> arguments)
    {
        var command = AgentPrograms.Find(town.Settings, program ?? town.Settings.Agent);
        var path = AgentPrograms.Locate(command);
        if (command.Profile is not null && AgentCatalog.Find(command.Profile) is { } profile)
            Wire(profile);
        var session = Slinger.NewGeneration();
        var actor = new Actor(AgentAddress.Mayor, town.Root, session);
        town.Store.Change(actor, (change, _) => Core.Ledger.Mail.AgentRules.Register(change, AgentAddress.Mayor, Core.Ledger.Mail.AgentRecord.MayorRole));
        var values = new Dictionary<string, string> { ["prompt"] = "", ["prime"] = MayorPrime.Render(town), ["agent"] = AgentAddress.Mayor, ["bead"] = "", ["session"] = session };
        var start = new ProcessStartInfo(path) { WorkingDirectory = town.Root, UseShellExecute = false };
        foreach (var argument in command.Interactive)
            start.ArgumentList.Add(AgentPrompt.Fill(argument, values));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        AgentEnvironment.Apply(start.Environment, town, AgentAddress.Mayor, session, command);
        // What the mayor commits is a person's.
        foreach (var name in RigHub.Identity("", "").Keys)
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        new ActingAgent(town.Place, _ => null).NoteSession(actor, ProcessStamp.Of(process.Id));
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>The agent's hooks in the town's root, which is in no repository.</summary>
    private void Wire(AgentProfile profile)
    {
        var wiring = new TownWiring(town.Root);
        wiring.Plan([.. wiring.Agents.Append(profile.Name)], AgentLauncher.OwnProgram()).Apply();
    }
}
