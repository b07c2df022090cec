using System.ComponentModel;
using System.Diagnostics;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Processes;

namespace CodeSyncer.Platform.Town;

/// <summary>
/// The process that starts one spawn of an agent, notes which process that is, and waits for its end. One at a time an agent:
/// a lock, freed by death, sees to that. It may die at any moment; then the agent goes on unwatched, and is found by its note.
/// </summary>
public sealed class AgentRunner(TownWorkspace town)
{
    /// <summary>A process that ended earlier has hardly said a word.</summary>
    private static readonly TimeSpan FewestSecondsOfASession = TimeSpan.FromSeconds(10);

    /// <returns>The agent's exit code; null: this spawn is not to be started any more.</returns>
    public int? Run(string agent, string generation)
    {
        OwnSession.Begin();
        using var watching = town.Runs.TryWatch(agent, TimeSpan.FromSeconds(15));
        if (watching is null || Current(agent, generation) is not var (slot, bead))
            return null;
        var command = AgentPrograms.Find(town.Settings, slot.Program ?? town.Settings.Agent);
        var log = LogFile(slot);
        var run = new AgentRun { Agent = agent, Generation = generation, Bead = bead.Id, Runner = ProcessStamp.Of(Environment.ProcessId)!.Value, StartedAt = town.Now, Log = log };
        var resumed = SessionToResume(slot, command);
        run = run with { Session = resumed ?? generation };
        town.Runs.BeginHeartbeat(generation);
        town.Runs.Write(run);
        try
        {
            using var process = Start(slot, bead, command, log, resumed);
            run = run with { Process = ProcessStamp.Of(process.Id) ?? new ProcessStamp(process.Id, 0) };
            town.Runs.Write(run);
            new ActingAgent(town.Place, _ => null).NoteSession(new Actor(agent, town.WorkTreeOf(slot.Address!), generation), run.Process);
            process.WaitForExit();
            town.Runs.Write(run with { EndedAt = town.Now, ExitCode = process.ExitCode });
            return process.ExitCode;
        }
        catch (Exception error) when (error is Win32Exception or IOException or UnauthorizedAccessException or Core.Errors.CodeSyncerException)
        {
            File.AppendAllText(log, $"codesyncer: {command.Program} could not be started: {error.Message}\n");
            town.Runs.Write(run with { EndedAt = town.Now, ExitCode = 127 });
            return 127;
        }
        finally
        {
            town.Runs.EndHeartbeat(generation);
        }
    }

    /// <summary>
    /// The first time that an agent is started again its session goes on, if it can and had begun; a session that failed twice
    /// is left alone, and a fresh one begins with what was saved.
    /// </summary>
    private string? SessionToResume(AgentSlot slot, AgentProgram command) =>
        slot.Attempts == 1 && command.Resume.Count > 0 && town.Runs.Of(slot.Name) is { Session: { } session, Process: not null } last && last.Bead == slot.Bead
        && (last.EndedAt ?? town.Now) - last.StartedAt > FewestSecondsOfASession ? session : null;

    private (AgentSlot Slot, Bead Bead)? Current(string agent, string generation)
    {
        var index = town.Store.Index();
        return index.Item(LedgerPath.Agents, AgentName.Escape(agent)) is { } fields && new AgentSlot(fields) is { Bead: { } id, IsStopped: false } slot && slot.Generation == generation
            && index.Item(LedgerPath.Beads, id) is { } bead && !town.IsStopped ? (slot, new Bead(bead)) : null;
    }

    private Process Start(AgentSlot slot, Bead bead, AgentProgram command, string log, string? resumed)
    {
        var workTree = town.WorkTreeOf(slot.Address!);
        var actor = new Actor(slot.Name, workTree, slot.Generation!);
        var note = bead.Fields.Object("work")?.String("note");
        var prompt = AgentPrompt.Of(slot, bead, note, command.Profile is null && command.Headless.Any(argument => argument.Contains("{prompt}", StringComparison.Ordinal)) ? AgentPrompt.Prime(workTree, actor) : null);
        var values = new Dictionary<string, string>
        {
            ["prompt"] = prompt,
            ["prime"] = command.Headless.Any(argument => argument.Contains("{prime}", StringComparison.Ordinal)) ? AgentPrompt.Prime(workTree, actor) : "",
            ["agent"] = slot.Name,
            ["bead"] = bead.Id,
            ["session"] = resumed ?? slot.Generation!,
        };
        var start = OperatingSystem.IsWindows() ? Piped(command) : ToLog(command, log);
        foreach (var argument in resumed is null ? command.Headless : command.Resume)
            start.ArgumentList.Add(AgentPrompt.Fill(argument, values));
        start.WorkingDirectory = workTree;
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        AgentEnvironment.Apply(start.Environment, town, slot.Name, slot.Generation!, command);
        var process = Process.Start(start)!;
        if (OperatingSystem.IsWindows())
            Copy(process, log);
        return process;
    }

    /// <summary>The agent writes to its log itself, and so goes on when we die. The shell only opens the files and becomes the agent.</summary>
    private static ProcessStartInfo ToLog(AgentProgram command, string log)
    {
        var start = new ProcessStartInfo("/bin/sh");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("log=$1; shift; exec \"$@\" </dev/null >>\"$log\" 2>&1");
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add(log);
        start.ArgumentList.Add(AgentPrograms.Locate(command));
        return start;
    }

    private static ProcessStartInfo Piped(AgentProgram command) => new(AgentPrograms.Locate(command))
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static void Copy(Process process, string log)
    {
        var gate = new Lock();
        void Append(object sender, DataReceivedEventArgs line)
        {
            lock (gate)
                File.AppendAllText(log, line.Data + "\n");
        }

        process.OutputDataReceived += Append;
        process.ErrorDataReceived += Append;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
    }

    private string LogFile(AgentSlot slot)
    {
        var folder = town.At(TownLayout.LogFolder(slot.Address!));
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{AgentName.Escape(slot.Bead!)}-{AgentName.Escape(slot.Generation!)}.log");
    }
}
