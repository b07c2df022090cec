using CodeSyncer.Core.Agents.Settings;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>One settings file of an agent that holds entries of ours.</summary>
/// <param name="Agent">Its name in the catalog.</param>
/// <param name="File">Absolute.</param>
/// <param name="Trace">What taking them out must know.</param>
public sealed record AgentWiring(string Agent, string File, SettingsTrace Trace);
