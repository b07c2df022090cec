namespace CodeSyncer.Core.Ledger;

/// <summary>Who holds a bead: our own key <c>claim</c> of it.</summary>
public sealed record BeadClaim(string Agent, string WorkTree, string Session, string Since)
{
    /// <summary>The claim in an object under <c>claim</c>, or null where there is none or it names nobody.</summary>
    public static BeadClaim? From(JsonFields? fields) => fields?.String("agent") is { Length: > 0 } agent
        ? new BeadClaim(agent, fields.String("work_tree") ?? "", fields.String("session") ?? "", fields.String("since") ?? "")
        : null;

    public JsonFields ToFields() => JsonFields.Empty.With("agent", Agent).With("work_tree", WorkTree).With("session", Session).With("since", Since);
}
