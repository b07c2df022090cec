namespace CodeSyncer.Core.Agents.Settings;

/// <summary>What a merge met that its removal cannot tell afterwards.</summary>
/// <param name="Empty">Keys of arrays that stood there empty; <c>hooks</c> for the object itself.</param>
/// <param name="Required">Keys beside <c>hooks</c> that were added.</param>
/// <param name="IsRootMade">There was no value at all.</param>
/// <param name="AreHooksMade">There were no hooks: those that are there now beside ours need what was added.</param>
public sealed record SettingsTrace(IReadOnlyList<string> Empty, IReadOnlyList<string> Required, bool IsRootMade, bool AreHooksMade = false)
{
    public static SettingsTrace Nothing { get; } = new([], [], false);
}
