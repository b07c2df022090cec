namespace CodeSyncer.Core.Ledger.Mail;

/// <summary>A message to be sent.</summary>
public sealed record MailDraft(string To, string Subject, string Body)
{
    /// <summary>See <see cref="MailPriority"/>.</summary>
    public int Priority { get; init; } = MailPriority.Normal;

    public string Type { get; init; } = MailTypes.Notification;

    /// <summary>The address may be one that nobody has seen before.</summary>
    public bool IsNewAddress { get; init; }
}
