using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.Core.Town;

/// <summary>How bad an escalation is.</summary>
public static class Severity
{
    public const string Low = "low";
    public const string Medium = "medium";
    public const string High = "high";
    public const string Critical = "critical";

    /// <summary>The mildest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Low, Medium, High, Critical];

    /// <exception cref="CodeSyncerException">BadSeverity.</exception>
    public static string Check(string word) => All.Contains(word) ? word : throw TownErrors.BadSeverity(word, All);

    public static string Next(string severity) => All[Math.Min(All.Count - 1, Rank(severity) + 1)];

    public static int Rank(string severity) => Math.Max(0, All.ToList().IndexOf(severity));

    /// <summary>The priority of its mail.</summary>
    internal static int Priority(string severity) => severity switch { Critical => MailPriority.Urgent, High => 1, Medium => MailPriority.Normal, _ => 3 };
}
