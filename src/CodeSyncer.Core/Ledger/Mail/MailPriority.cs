using CodeSyncer.Core.Errors;

namespace CodeSyncer.Core.Ledger.Mail;

/// <summary>How urgent a message is: a number as of beads, and a word for it.</summary>
public static class MailPriority
{
    public const int Urgent = 0;
    public const int Normal = 2;
    public const int Lowest = 4;

    /// <summary>By number, for completion.</summary>
    public static IReadOnlyList<string> Words { get; } = ["urgent", "high", "normal", "low", "lowest"];

    /// <exception cref="CodeSyncerException">BadMailPriority.</exception>
    public static int Parse(string text)
    {
        var number = text is [>= '0' and <= '4'] ? text[0] - '0' : Words.ToList().FindIndex(word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
        return number >= 0 ? number : throw MailErrors.BadPriority(text, Words);
    }

    public static string Word(int priority) => Words[Math.Clamp(priority, Urgent, Lowest)];
}
