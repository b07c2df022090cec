using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Lint;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Tests.Lint;

public class LinterTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Fact]
    public void A_good_tag_has_no_findings() => Assert.Empty(Judge(Make("decision", "Chose A over B because of C", date: "2026-01-15")));

    [Theory]
    [InlineData("decison", "did you mean 'decision'?")]
    [InlineData("inferrence", "did you mean 'inference'?")]
    [InlineData("banana", "choose one of decision, inference, rule, todo, context, why, tradeoff, alternative, pattern, reference, work")]
    public void An_unknown_kind_is_named_with_the_nearest_one(string kind, string hint)
    {
        var finding = Assert.Single(Judge(Make(kind, "A misspelt kind")));
        Assert.Equal((LintRuleId.UnknownKind, hint), (finding.Rule, finding.Hint));
    }

    [Theory]
    [InlineData("", LintRuleId.EmptyText)]
    [InlineData(" - ", LintRuleId.EmptyText)]
    [InlineData("...", LintRuleId.EmptyText)]
    [InlineData("later", LintRuleId.VagueText)]
    [InlineData("Changed.", LintRuleId.VagueText)]
    [InlineData("(TBD)", LintRuleId.VagueText)]
    [InlineData("fix\n this!", LintRuleId.VagueText)]
    [InlineData("나중에", LintRuleId.VagueText)]
    [InlineData("추후  수정", LintRuleId.VagueText)]
    [InlineData("待定。", LintRuleId.VagueText)]
    public void A_text_that_says_nothing_is_found(string text, string rule) => Assert.Equal(rule, Assert.Single(Judge(Make("todo", text))).Rule);

    [Theory]
    [InlineData("Fix the rounding of refunds")]
    [InlineData("later than 2027 nobody uses this")]
    [InlineData("나중에 결제 모듈로 옮긴다")]
    public void Only_the_whole_text_can_be_vague(string text) => Assert.Empty(Judge(Make("todo", text)));

    [Fact]
    public void Work_is_named_by_its_id_alone()
    {
        Assert.Empty(Judge(Make("work", "", id: "AUTH-1")));
        Assert.Equal(LintRuleId.EmptyText, Assert.Single(Judge(Make("work", ""))).Rule);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01")]
    [InlineData("0000-00-00")]
    [InlineData("2206-01-15")]
    [InlineData("2027-06-02")]
    public void A_date_that_cannot_be_is_found(string date) =>
        Assert.Equal(LintRuleId.BadDate, Assert.Single(Judge(Make("decision", "Chose A over B", date: date))).Rule);

    [Theory]
    [InlineData("soon")]
    [InlineData("2027")]
    [InlineData("2027-02-29")]
    [InlineData("2207-01-01")]
    [InlineData("2026-12-01", "2026-12-02")]
    public void A_day_of_expiry_that_cannot_be_is_found(string expires, string? date = null) =>
        Assert.Equal(LintRuleId.BadDate, Assert.Single(Judge(Make("decision", "Chose A over B", date: date, expires: expires))).Rule);

    [Theory]
    [InlineData("1999-12-31")]
    [InlineData("2024-02-29")]
    [InlineData("2026-06-02")]
    public void A_day_of_the_calendar_is_no_finding(string date) => Assert.Empty(Judge(Make("decision", "Chose A over B", date: date)));

    [Fact]
    public void An_expired_decision_is_found_on_the_day_after()
    {
        Assert.Empty(Judge(Make("decision", "Until today", expires: "2026-06-01")));
        Assert.Equal(LintRuleId.Expired, Assert.Single(Judge(Make("decision", "Until yesterday", expires: "2026-05-31"))).Rule);
    }

    [Fact]
    public void What_was_replaced_needs_no_second_look() => Assert.Empty(Judge(
        Make("decision", "Until yesterday", id: "D-1", expires: "2026-05-31"), Make("decision", "From today", id: "D-2", supersedes: "d-1")));

    [Fact]
    public void The_same_explicit_id_twice_is_found_at_both_places()
    {
        var findings = Judge(Make("decision", "One thing", id: "D-1", path: "a.cs"), Make("decision", "Another thing", id: "d-1", path: "b.cs"));
        Assert.Equal(["a.cs", "b.cs"], findings.Select(finding => finding.Path));
        Assert.Contains("b.cs:3", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_nobody_wrote_is_no_duplicate() => Assert.Empty(Judge(Make("decision", "One thing"), Make("decision", "One thing", path: "b.cs")));

    [Fact]
    public void Work_may_be_mentioned_at_many_places() =>
        Assert.Empty(Judge(Make("work", "The form", id: "AUTH-1", path: "a.cs"), Make("work", "The check", id: "AUTH-1", path: "b.cs")));

    [Fact]
    public void A_replaced_id_that_no_tag_has_is_found()
    {
        Assert.Empty(Judge(Make("decision", "Old way", id: "D-1"), Make("decision", "New way", supersedes: "D-1")));
        Assert.Equal(LintRuleId.UnknownSupersedes, Assert.Single(Judge(Make("decision", "New way", supersedes: "D-9"))).Rule);
    }

    [Fact]
    public void A_replaced_id_that_a_tag_once_had_is_no_finding()
    {
        var tags = new[] { Make("decision", "New way", supersedes: "D-9") };
        Assert.Empty(Linter.Run(tags, Settings.Default, Today, wasId: id => id == "D-9"));
        Assert.Single(Linter.Run(tags, Settings.Default, Today, wasId: id => id == "D-8"));
    }

    [Fact]
    public void A_mistyped_id_is_named_with_the_nearest_one()
    {
        var finding = Assert.Single(Judge(Make("decision", "Old way", id: "auth-7"), Make("decision", "New way", id: "auth-8", supersedes: "auht-7")));
        Assert.Equal("did you mean 'auth-7'?", finding.Hint);
    }

    [Fact]
    public void Nothing_replaces_itself() =>
        Assert.Equal("it supersedes itself, 'D-1'", Assert.Single(Judge(Make("decision", "New way", id: "D-1", supersedes: "D-1"))).Message);

    [Theory]
    [InlineData("src/payments/Charge.cs", "payment")]
    [InlineData("src/CreditCardForm.cs", "payment")]
    [InlineData("src/credit_card.py", "payment")]
    [InlineData("app/결제모듈.kt", "payment")]
    [InlineData("src/OAuthClient.cs", "security")]
    [InlineData("src/JWTReader.cs", "security")]
    [InlineData("db/migrations/001.sql", "data loss")]
    [InlineData("ops/S3Backup.sh", "data loss")]
    [InlineData("src/PIIFilter.cs", "privacy")]
    [InlineData("src/zahlungsanbieter/Konto.cs", "payment")]
    [InlineData("src/PayPalClient.cs", "payment")]
    [InlineData("db/migrate/001.rb", "data loss")]
    [InlineData("src/DbMigrator.cs", "data loss")]
    [InlineData("src/immigration/Form.cs", null)]
    [InlineData("src/text/truncate.ts", null)]
    [InlineData("src/Payload.cs", null)]
    [InlineData("src/authors/List.cs", null)]
    [InlineData("src/card/credit.cs", null)]
    [InlineData("src/tokenizer.c", null)]
    public void An_inference_in_a_critical_file_is_found(string path, string? topic)
    {
        var finding = Judge(Make("inference", "Minimum amount is one", path: path)).SingleOrDefault();
        Assert.Equal(topic is null ? null : $"an inference in a file about {topic}", finding?.Message);
    }

    [Fact]
    public void Only_inferences_are_kept_out_of_critical_files() => Assert.Empty(Judge(Make("decision", "Minimum amount is one", path: "src/payment.cs")));

    [Fact]
    public void A_critical_area_can_be_named_by_globs()
    {
        var settings = Settings.Default with { CriticalTopics = [new() { Name = "safety", Paths = ["firmware/", "!firmware/docs/"] }] };
        Assert.Single(Linter.Run([Make("inference", "Two seconds suffice", path: "firmware/valve.c")], settings, Today));
        Assert.Empty(Linter.Run([Make("inference", "Two seconds suffice", path: "src/payment.cs")], settings, Today));
    }

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
    public void Findings_stand_in_the_order_of_their_places()
    {
        var findings = Judge(Make("todo", "later", path: "b.cs"), Make("todo", "later", path: "a.cs", line: 20), Make("todo", "later", path: "a.cs", line: 3));
        Assert.Equal(["a.cs:3", "a.cs:20", "b.cs:3"], findings.Select(finding => $"{finding.Path}:{finding.Line}"));
    }

    [Fact]
    public void By_default_nothing_is_an_error() => Assert.DoesNotContain(LintRules.All, rule => rule.Default == LintSeverity.Error);

    [Fact]
    public void Every_id_has_its_rule_in_the_same_order() => Assert.Equal(LintRuleId.All, LintRules.All.Select(rule => rule.Id));

    private static IReadOnlyList<LintFinding> Judge(params Tag[] tags) => Linter.Run(tags, Settings.Default, Today);

    internal static Tag Make(
        string kind, string text, string? date = null, string? id = null, string? expires = null, string? supersedes = null, string path = "src/a.cs", int line = 3) =>
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
            Line = line,
            EndLine = line + 1,
            Language = "C#",
            Prefix = "codesyncer",
        };
}
