namespace CodeSyncer.Core.Agents;

/// <summary>What we answer: text for the agent's context, or that a tool must not run.</summary>
/// <param name="Context">Null: nothing.</param>
/// <param name="Refusal">The reason; null: the tool may run.</param>
public sealed record EventAnswer(string? Context = null, string? Refusal = null)
{
    public static EventAnswer Nothing { get; } = new();
}
