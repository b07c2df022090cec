namespace CodeSyncer.Core.Configuration;

/// <summary>
/// The ids of the lint rules: keys of <c>lint:</c> in the configuration and names in every report. They never change.
/// They stand here, not beside the rules, because the configuration refuses an id that no rule has.
/// </summary>
public static class LintRuleId
{
    public const string UnknownKind = "unknown-kind";
    public const string EmptyText = "empty-text";
    public const string VagueText = "vague-text";
    public const string BadDate = "bad-date";
    public const string Expired = "expired";
    public const string DuplicateId = "duplicate-id";
    public const string UnknownSupersedes = "unknown-supersedes";
    public const string CriticalInference = "critical-inference";
    public const string UnmatchedCall = "unmatched-call";
    public const string ChangedEndpoint = "changed-endpoint";

    /// <summary>In the order of help, documentation and SARIF.</summary>
    public static readonly IReadOnlyList<string> All =
        [UnknownKind, EmptyText, VagueText, BadDate, Expired, DuplicateId, UnknownSupersedes, CriticalInference, UnmatchedCall, ChangedEndpoint];
}
