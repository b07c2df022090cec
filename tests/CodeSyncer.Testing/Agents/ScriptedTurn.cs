using System.Text.Json.Nodes;

namespace CodeSyncer.Testing.Agents;

/// <summary>What the scripted model answers to one request of an agent.</summary>
public sealed record ScriptedTurn
{
    public string? Text { get; private init; }

    /// <summary>Name of the tool that the agent is to run.</summary>
    public string? Tool { get; private init; }

    public JsonObject? Input { get; private init; }

    /// <summary>The answer never comes: the agent hangs in the middle of its turn.</summary>
    public bool IsHeld { get; private init; }

    public static ScriptedTurn Says(string text) => new() { Text = text };

    public static ScriptedTurn Uses(string tool, JsonObject input) => new() { Tool = tool, Input = input };

    public static ScriptedTurn Hangs() => new() { IsHeld = true };
}
