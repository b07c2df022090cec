namespace CodeSyncer.Core.Agents.Settings;

/// <summary>A key with its value.</summary>
/// <param name="Start">Of the key's quote.</param>
internal sealed record JsoncMember(string Key, int Start, JsoncNode Value);
