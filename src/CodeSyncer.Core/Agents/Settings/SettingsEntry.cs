namespace CodeSyncer.Core.Agents.Settings;

/// <summary>An element that an array of the settings is to hold.</summary>
/// <param name="Event">Key of the array in the object <c>hooks</c>.</param>
/// <param name="Json">The element, as compact JSON.</param>
public sealed record SettingsEntry(string Event, string Json);
