using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Processes;

namespace CodeSyncer.Platform.Town;

/// <summary>What this machine knows of one start of an agent: a small file that whoever watches it writes.</summary>
public sealed record AgentRun
{
    public required string Agent { get; init; }

    public required string Generation { get; init; }

    public string? Bead { get; init; }

    /// <summary>The id of the session that the agent's runtime was started with.</summary>
    public string? Session { get; init; }

    /// <summary>The process that starts and watches it.</summary>
    public ProcessStamp Runner { get; init; }

    /// <summary>Its own process; null: not started yet.</summary>
    public ProcessStamp? Process { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public int? ExitCode { get; init; }

    /// <summary>Absolute path of what it prints.</summary>
    public string? Log { get; init; }

    public bool IsAlive => EndedAt is null && Process?.IsAlive() == true;

    public bool IsStarting => EndedAt is null && Process is null && Runner.IsAlive();

    public byte[] ToJson()
    {
        var fields = JsonFields.Empty.With("agent", Agent).With("generation", Generation);
        if (Bead is not null)
            fields = fields.With("bead", Bead);
        if (Session is not null)
            fields = fields.With("session", Session);
        fields = fields.With("runner", Runner.ToString());
        if (Process is { } process)
            fields = fields.With("process", process.ToString());
        fields = fields.With("started_at", StartedAt);
        if (EndedAt is { } ended)
            fields = fields.With("ended_at", ended);
        if (ExitCode is { } code)
            fields = fields.With("exit_code", code);
        return (Log is null ? fields : fields.With("log", Log)).ToLines();
    }

    /// <summary>Null: the file is damaged, or of another form.</summary>
    public static AgentRun? TryParse(byte[] json)
    {
        try
        {
            var fields = JsonFields.Parse(json);
            return fields.String("agent") is { } agent && fields.String("generation") is { } generation && ProcessStamp.TryParse(fields.String("runner") ?? "", out var runner)
                ? new AgentRun
                {
                    Agent = agent,
                    Generation = generation,
                    Bead = fields.String("bead"),
                    Session = fields.String("session"),
                    Runner = runner,
                    Process = ProcessStamp.TryParse(fields.String("process") ?? "", out var process) ? process : null,
                    StartedAt = fields.Time("started_at") ?? DateTimeOffset.MinValue,
                    EndedAt = fields.Time("ended_at"),
                    ExitCode = (int?)fields.Int("exit_code"),
                    Log = fields.String("log"),
                }
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
