using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.Core.Town;

/// <summary>
/// The WorkHook of an agent in the ledger: which bead it holds in which spawn. A typed view over its item in
/// <c>agents/</c>; it never changes.
/// </summary>
public sealed class AgentSlot(JsonFields fields)
{
    /// <summary>Keys that a bead brings and takes along.</summary>
    private static readonly string[] OfBead = ["bead", "branch", "starter", "attempts", "stopped", "finished_at"];

    public JsonFields Fields { get; } = fields;

    public string Name => Fields.String("name") ?? "";

    public AgentAddress? Address => AgentAddress.TryParse(Name);

    public string? Role => Fields.String("role");

    public bool IsPolecat => Role == AgentRecord.PolecatRole && Address is { IsPolecat: true };

    public bool IsRemoved => Fields.String("status") == BeadStatus.Tombstone;

    /// <summary>Null: it holds none.</summary>
    public string? Bead => Text("bead");

    /// <summary>The bead that it held last.</summary>
    public string? LastBead => Text("last_bead");

    /// <summary>The token of its present spawn, or of the last one.</summary>
    public string? Generation => Text("generation");

    public string? Branch => Text("branch");

    /// <summary>The agent program that is started.</summary>
    public string? Program => Text("program");

    /// <summary>The process that gave it the bead: while that lives, the start is still under way.</summary>
    public string? Starter => Text("starter");

    /// <summary>How often it was started again for this bead.</summary>
    public int Attempts => (int)(Fields.Int("attempts") ?? 0);

    /// <summary>A person stopped it: it is not started again by itself.</summary>
    public bool IsStopped => Fields.Bool("stopped");

    public DateTimeOffset UpdatedAt => Fields.Time("updated_at") ?? DateTimeOffset.MinValue;

    public DateTimeOffset? AssignedAt => Fields.Time("assigned_at");

    public AgentSlot WithBead(string bead, string branch, string generation, string program, string starter, DateTimeOffset now) => new(
        Free().Fields.With("bead", bead).With("last_bead", bead).With("branch", branch).With("generation", generation).With("program", program)
            .With("starter", starter).With("attempts", 0).With("assigned_at", now));

    /// <summary>The next spawn for the same bead.</summary>
    public AgentSlot Again(string generation, string starter, bool counts) => new(
        Fields.Without("stopped").With("generation", generation).With("starter", starter).With("attempts", counts ? Attempts + 1 : 0));

    public AgentSlot Stopped() => new(Fields.With("stopped", true));

    public AgentSlot Free()
    {
        var left = Fields;
        foreach (var key in OfBead)
            left = left.Without(key);
        return new AgentSlot(left);
    }

    private string? Text(string key) => Fields.String(key) is { Length: > 0 } text ? text : null;
}
