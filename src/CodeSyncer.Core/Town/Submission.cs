using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Town;

/// <summary>What an agent handed in for a bead: our own key <c>submission</c> of it. It is there until the work lands or goes back.</summary>
public sealed record Submission
{
    public const string Key = "submission";

    public required string Agent { get; init; }

    public required string Generation { get; init; }

    public required string Rig { get; init; }

    public required string Branch { get; init; }

    /// <summary>The commit that is to land.</summary>
    public required string Head { get; init; }

    /// <summary>The branch that it is to land on.</summary>
    public required string Target { get; init; }

    public string? Message { get; init; }

    public required DateTimeOffset At { get; init; }

    public static Submission? Of(Bead bead) => bead.Fields.Object(Key) is { } fields && fields.String("head") is { Length: > 0 } head
        ? new Submission
        {
            Agent = fields.String("agent") ?? "",
            Generation = fields.String("generation") ?? "",
            Rig = fields.String("rig") ?? "",
            Branch = fields.String("branch") ?? "",
            Head = head,
            Target = fields.String("target") ?? "main",
            Message = fields.String("message"),
            At = fields.Time("at") ?? DateTimeOffset.MinValue,
        }
        : null;

    public JsonFields ToFields()
    {
        var fields = JsonFields.Empty.With("agent", Agent).With("generation", Generation).With("rig", Rig).With("branch", Branch).With("head", Head).With("target", Target);
        return (Message is null ? fields : fields.With("message", Message)).With("at", At);
    }
}
