namespace CodeSyncer.Platform.Agents;

/// <summary>What an agent must be told as soon as it hears.</summary>
/// <param name="IsReminder">Its context was compacted without a session start behind it.</param>
/// <param name="IsMail">Urgent mail is to be looked for, as at a prompt.</param>
/// <param name="Text">Empty: nothing.</param>
internal sealed record DueNews(bool IsReminder = false, bool IsMail = false, string Text = "")
{
    public static DueNews Nothing { get; } = new();
}
