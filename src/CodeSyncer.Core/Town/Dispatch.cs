using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Town;

/// <summary>The wish that a polecat should work on a bead once there is room for it: our own key <c>dispatch</c> of the bead.</summary>
/// <param name="Rig">Where.</param>
/// <param name="Agent">The polecat that should do it if it is free; null: any.</param>
/// <param name="Program">The agent program; null: as the town says.</param>
/// <param name="Branch">The branch to go on with; null: a new one.</param>
/// <param name="Note">What the agent must know, such as why its work came back.</param>
public sealed record Dispatch(string Rig, string? Agent, string? Program, string? Branch, string? Note, DateTimeOffset At)
{
    public const string Key = "dispatch";

    public static Dispatch? Of(Bead bead) => bead.Fields.Object(Key) is { } fields && fields.String("rig") is { Length: > 0 } rig
        ? new Dispatch(rig, fields.String("agent"), fields.String("program"), fields.String("branch"), fields.String("note"), fields.Time("at") ?? DateTimeOffset.MinValue)
        : null;

    public JsonFields ToFields()
    {
        var fields = JsonFields.Empty.With("rig", Rig);
        void Add(string key, string? value) => fields = value is null ? fields : fields.With(key, value);
        Add("agent", Agent);
        Add("program", Program);
        Add("branch", Branch);
        Add("note", Note);
        return fields.With("at", At);
    }
}
