using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Processes;

namespace CodeSyncer.Platform.Town;

/// <summary>The starts of agents on this machine: read by everybody, written by whoever watches the agent.</summary>
public sealed class AgentRuns(TownWorkspace town)
{
    /// <summary>The last start of an agent; null: none here.</summary>
    public AgentRun? Of(string agent)
    {
        try
        {
            return AgentRun.TryParse(File.ReadAllBytes(FileOf(agent)));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Write(AgentRun run) => AtomicFile.Write(FileOf(run.Agent), run.ToJson());

    /// <summary>Makes the file whose time is the agent's sign of life.</summary>
    public void BeginHeartbeat(string generation)
    {
        Directory.CreateDirectory(town.At(TownLayout.Runs));
        File.WriteAllBytes(Heartbeat.FileOf(town.Root, generation), []);
    }

    public void EndHeartbeat(string generation) => File.Delete(Heartbeat.FileOf(town.Root, generation));

    /// <summary>Held by the one process that watches an agent, for as long as it does.</summary>
    internal FileLock? TryWatch(string agent, TimeSpan patience) => FileLock.TryTake(FileOf(agent) + ".lock", patience);

    /// <summary>What <see cref="Reconcile"/> must know of a slot.</summary>
    public AgentFacts Facts(AgentSlot slot, Bead? bead, DateTimeOffset now)
    {
        var run = Of(slot.Name);
        return new AgentFacts(
            slot, bead,
            run is null ? null : new RunFacts(run.Generation, run.IsStarting, run.IsAlive || HasOrphans(run), Seen(run), run.ExitCode),
            slot.Starter is { } starter && ProcessStamp.TryParse(starter, out var stamp) && stamp.IsAlive(),
            now, town.Settings);
    }

    /// <summary>Whether nothing of an agent runs any more.</summary>
    public bool IsFree(AgentSlot slot) => Of(slot.Name) is not { } run || (!run.IsAlive && !run.IsStarting && !HasOrphans(run));

    /// <summary>Ends every process of one start of an agent, whoever watches it first. A later start is left alone.</summary>
    public void End(string agent, string generation)
    {
        if (Of(agent) is not { } run || run.Generation != generation)
            return;
        if (run.Runner.IsAlive() && run.Runner.Id != Environment.ProcessId)
            ProcessEnd.Kill(run.Runner);
        ProcessEnd.KillAll(Heartbeat.GenerationVariable, run.Generation, run.Process);
        if (run.EndedAt is null)
            Write(run with { EndedAt = Latest(run) });
    }

    /// <summary>Who watched it died between starting it and noting its process.</summary>
    private static bool HasOrphans(AgentRun run) =>
        run is { EndedAt: null, Process: null } && !run.Runner.IsAlive() && ProcessEnd.Any(Heartbeat.GenerationVariable, run.Generation);

    private DateTimeOffset Seen(AgentRun run) => run.EndedAt ?? Latest(run);

    private DateTimeOffset Latest(AgentRun run) =>
        new[] { run.StartedAt, TimeOf(Heartbeat.FileOf(town.Root, run.Generation)), run.Log is null ? DateTimeOffset.MinValue : TimeOf(run.Log) }.Max();

    private static DateTimeOffset TimeOf(string file) => File.Exists(file) ? File.GetLastWriteTimeUtc(file) : DateTimeOffset.MinValue;

    private string FileOf(string agent) => Path.Combine(town.At(TownLayout.Runs), AgentName.Escape(agent) + ".json");
}
