namespace CodeSyncer.Core.Ledger.Mail;

/// <summary>What a message is for; any other word is fine.</summary>
public static class MailTypes
{
    public const string Notification = "notification";
    public const string Reply = "reply";
    public const string Task = "task";

    /// <summary>For completion.</summary>
    public static IReadOnlyList<string> Known { get; } = [Notification, Task, Reply, "question", "escalation", "handoff", "scavenge"];
}
