using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Lint;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Tests.Lint;

public class LinterTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Fact]
    public void A_good_tag_has_no_findings() => Assert.Empty(Judge(Make("decision", "Chose A over B because of C", date: "2026-01-15")));

    [Fact]
    public void An_unknown_kind_is_named_with_the_nearest_one()
    {
        var finding = Assert.Single(Judge(Make("decison", "A misspelt kind")));
        Assert.Equal((LintRuleId.UnknownKind, "did you mean 'decision'?"), (finding.Rule, finding.Hint));
    }

    [Theory]
    [InlineData("", LintRuleId.EmptyText)]
    [InlineData(" - ", LintRuleId.EmptyText)]
    [InlineData("later", LintRuleId.VagueText)]
    [InlineData("Changed.", LintRuleId.VagueText)]
    [InlineData("나중에", LintRuleId.VagueText)]
    public void A_text_that_says_nothing_is_found(string text, string rule) => Assert.Equal(rule, Assert.Single(Judge(Make("todo", text))).Rule);

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01")]
    [InlineData("2206-01-15")]
    public void A_date_that_cannot_be_is_found(string date) =>
        Assert.Equal(LintRuleId.BadDate, Assert.Single(Judge(Make("decision", "Chose A over B", date: date))).Rule);

    [Fact]
    public void An_expired_decision_is_found_on_the_day_after()
    {
        Assert.Empty(Judge(Make("decision", "Until today", expires: "2026-06-01")));
        Assert.Equal(LintRuleId.Expired, Assert.Single(Judge(Make("decision", "Until yesterday", expires: "2026-05-31"))).Rule);
    }

    [Fact]
    public void The_same_explicit_id_twice_is_found_at_both_places()
    {
        var findings = Judge(Make("decision", "One thing", id: "D-1", path: "a.cs"), Make("decision", "Another thing", id: "d-1", path: "b.cs"));
        Assert.Equal(["a.cs", "b.cs"], findings.Select(finding => finding.Path));
        Assert.Contains("b.cs:3", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Work_may_be_mentioned_at_many_places() =>
        Assert.Empty(Judge(Make("work", "The form", id: "AUTH-1", path: "a.cs"), Make("work", "The check", id: "AUTH-1", path: "b.cs")));

    [Fact]
    public void A_replaced_id_that_no_tag_has_is_found()
    {
        Assert.Empty(Judge(Make("decision", "Old way", id: "D-1"), Make("decision", "New way", supersedes: "D-1")));
        Assert.Equal(LintRuleId.UnknownSupersedes, Assert.Single(Judge(Make("decision", "New way", supersedes: "D-9"))).Rule);
    }

    [Theory]
    [InlineData("src/payments/Charge.cs", true)]
    [InlineData("src/CreditCardForm.cs", true)]
    [InlineData("db/migrations/001.sql", true)]
    [InlineData("src/Payload.cs", false)]
    [InlineData("src/authors/List.cs", false)]
    public void An_inference_in_a_critical_file_is_found(string path, bool isCritical) =>
        Assert.Equal(isCritical, Judge(Make("inference", "Minimum amount is one", path: path)).Any(finding => finding.Rule == LintRuleId.CriticalInference));

    [Fact]
    public void The_configuration_decides_what_is_an_error_and_what_is_off()
    {
        var settings = Settings.Default with
        {
            Lint = new Dictionary<string, LintSeverity> { [LintRuleId.VagueText] = LintSeverity.Error, [LintRuleId.BadDate] = LintSeverity.Off },
        };
        var finding = Assert.Single(Linter.Run([Make("todo", "later", date: "2026-99-99")], settings, Today));
        Assert.Equal(LintSeverity.Error, finding.Severity);
    }

    [Fact]
    public void By_default_nothing_is_an_error() => Assert.DoesNotContain(LintRules.All, rule => rule.Default == LintSeverity.Error);

    private static IReadOnlyList<LintFinding> Judge(params Tag[] tags) => Linter.Run(tags, Settings.Default, Today);

    internal static Tag Make(string kind, string text, string? date = null, string? id = null, string? expires = null, string? supersedes = null, string path = "src/a.cs") =>
        new()
        {
            Id = id ?? "abc",
            HasExplicitId = id is not null,
            Kind = kind,
            Text = text,
            Date = date,
            Expires = expires,
            Supersedes = supersedes,
            Path = path,
            Line = 3,
            EndLine = 4,
            Language = "C#",
            Prefix = "codesyncer",
        };
}
