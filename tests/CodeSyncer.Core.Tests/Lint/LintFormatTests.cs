using System.Text.Json;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Lint;
using CodeSyncer.Core.Lint.Formats;

namespace CodeSyncer.Core.Tests.Lint;

public class LintFormatTests
{
    private const string Hostile = "a, b: c%\n::error file=x::owned\u001b[31m";

    private static readonly IReadOnlyList<LintFinding> Findings =
        [new(LintRuleId.VagueText, LintSeverity.Warning, Hostile, "say it", "src/ä,b.cs", 3, 4, LinterTests.Make("todo", "later"))];

    [Fact]
    public void Text_is_one_clickable_line_without_control_characters() =>
        Assert.StartsWith("src/ä,b.cs:3: warning vague-text: a, b: c% ", Render("text"), StringComparison.Ordinal);

    [Theory]
    [InlineData("text")]
    [InlineData("github")]
    public void No_text_can_break_its_line_or_reach_the_terminal_raw(string format)
    {
        var text = Render(format);
        Assert.Equal(text.Length - 1, text.IndexOf('\n', StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', text);
    }

    [Fact]
    public void Annotations_escape_what_their_syntax_uses() =>
        Assert.StartsWith("::warning file=src/ä%2Cb.cs,line=3,endLine=4,title=codesyncer vague-text::a, b: c%25", Render("github"), StringComparison.Ordinal);

    [Fact]
    public void Json_is_an_array_with_names_in_snake_case()
    {
        using var json = JsonDocument.Parse(Render("json"));
        var finding = json.RootElement[0];
        Assert.Equal(("vague-text", "warning", 3, 4), (finding.GetProperty("rule").GetString(), finding.GetProperty("severity").GetString(),
            finding.GetProperty("line").GetInt32(), finding.GetProperty("end_line").GetInt32()));
        Assert.Equal(Hostile, finding.GetProperty("message").GetString());
    }

    [Fact]
    public void Sarif_names_rule_level_place_and_fingerprint()
    {
        using var json = JsonDocument.Parse(Render("sarif"));
        var run = json.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var result = run.GetProperty("results")[0];
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        Assert.Equal("vague-text", rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Equal("warning", result.GetProperty("level").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("src/%C3%A4%2Cb.cs", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(3, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal(LintRules.All.Count, rules.GetArrayLength());
    }

    [Theory]
    [InlineData("x\n::error file=x::owned")]
    [InlineData("x\r\n::set-output name=a::b")]
    [InlineData("x%0A::error::owned")]
    [InlineData("##[error]owned")]
    [InlineData("##vso[task.setvariable variable=PATH]owned")]
    [InlineData("::stop-commands::x")]
    public void No_tag_can_command_the_log_that_it_stands_in(string hostile)
    {
        foreach (var format in (string[])["github", "text"])
        {
            var path = hostile.Replace('\n', '_').Replace('\r', '_');
            var finding = Findings[0] with { Message = hostile, Hint = hostile, Path = path };
            var line = Assert.Single(LintFormat.Render(format, [finding], "1.2.3").TrimEnd('\n').Split('\n', '\r'));
            Assert.StartsWith(format == "github" ? "::warning file=" : "", line, StringComparison.Ordinal);
            Assert.False(format == "text" && line.TrimStart().StartsWith("::", StringComparison.Ordinal));
            Assert.DoesNotContain("##[", line, StringComparison.Ordinal);
            Assert.DoesNotContain("##vso[", line, StringComparison.Ordinal);
            Assert.False(format == "github" && line.Contains("%0A", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData(LintSeverity.Error, "error", "error")]
    [InlineData(LintSeverity.Warning, "warning", "warning")]
    [InlineData(LintSeverity.Info, "notice", "note")]
    public void Severities_have_the_names_of_each_format(LintSeverity severity, string command, string level)
    {
        LintFinding[] findings = [Findings[0] with { Severity = severity }];
        Assert.StartsWith($"::{command} ", LintFormat.Render("github", findings, "1.2.3"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(LintFormat.Render("sarif", findings, "1.2.3"));
        Assert.Equal(level, json.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("level").GetString());
    }

    [Fact]
    public void Every_rule_of_sarif_has_a_help()
    {
        using var json = JsonDocument.Parse(Render("sarif"));
        foreach (var rule in json.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray())
        {
            Assert.NotEmpty(rule.GetProperty("help").GetProperty("text").GetString()!);
            Assert.Equal("warning", rule.GetProperty("defaultConfiguration").GetProperty("level").GetString());
        }
    }

    [Fact]
    public void A_fingerprint_stays_when_lines_move_and_is_never_shared()
    {
        Assert.Equal(FingerprintsOf(Findings), FingerprintsOf([Findings[0] with { Line = 90, EndLine = 91 }]));
        var twice = FingerprintsOf([Findings[0], Findings[0] with { Line = 90, EndLine = 91 }]);
        Assert.Equal(2, twice.Distinct().Count());
    }

    [Fact]
    public void A_message_of_sarif_places_no_link()
    {
        using var json = JsonDocument.Parse(LintFormat.Render("sarif", [Findings[0] with { Message = "[click](https://example.org)" }], "1.2.3"));
        var text = json.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("message").GetProperty("text").GetString();
        Assert.DoesNotContain("](", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_found_is_an_empty_report_of_each_format()
    {
        Assert.Equal("", LintFormat.Render("text", [], "1.2.3"));
        Assert.Equal("", LintFormat.Render("github", [], "1.2.3"));
        Assert.Equal("[]\n", LintFormat.Render("json", [], "1.2.3"));
        using var json = JsonDocument.Parse(LintFormat.Render("sarif", [], "1.2.3"));
        Assert.Equal(0, json.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    private static List<string?> FingerprintsOf(IReadOnlyList<LintFinding> findings)
    {
        using var json = JsonDocument.Parse(LintFormat.Render("sarif", findings, "1.2.3"));
        return [.. json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(result => result.GetProperty("partialFingerprints").GetProperty("codesyncerTag/v1").GetString())];
    }

    private static string Render(string format) => LintFormat.Render(format, Findings, "1.2.3");
}
