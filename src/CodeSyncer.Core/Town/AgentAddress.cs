namespace CodeSyncer.Core.Town;

/// <summary>An agent of a rig: <c>rig/crew/name</c> or <c>rig/polecats/name</c>.</summary>
public sealed record AgentAddress(string Rig, string Kind, string Name)
{
    public const string Mayor = "mayor";
    public const string CrewKind = "crew";
    public const string PolecatKind = "polecats";

    public bool IsPolecat => Kind == PolecatKind;

    /// <summary>Null: an address of another form.</summary>
    public static AgentAddress? TryParse(string text) =>
        text.Split('/') is [{ Length: > 0 } rig, CrewKind or PolecatKind, { Length: > 0 } name] parts ? new AgentAddress(rig, parts[1], name) : null;

    public static AgentAddress Polecat(string rig, string name) => new(rig, PolecatKind, name);

    public static AgentAddress Crew(string rig, string name) => new(rig, CrewKind, name);

    public override string ToString() => $"{Rig}/{Kind}/{Name}";
}
