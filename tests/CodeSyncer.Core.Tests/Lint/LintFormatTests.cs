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

    private static string Render(string format) => LintFormat.Render(format, Findings, "1.2.3");
}
