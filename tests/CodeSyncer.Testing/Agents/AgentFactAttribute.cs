using Xunit;

namespace CodeSyncer.Testing.Agents;

/// <summary>A test with a real agent; skipped, with the reason, where npm cannot install it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AgentFactAttribute : FactAttribute
{
    public AgentFactAttribute() => Skip = AgentClients.Problem;
}
