using CodeSyncer.Core.Configuration;

namespace CodeSyncer.Core.Tests.Configuration;

public class SettingsParserTests
{
    [Fact]
    public void Every_key_is_read()
    {
        var settings = Read("""
            exclude:
              - generated/
              - "*.min.js"
            lint:
              vague-text: error
              bad-date: off
            critical_topics:
              payment:
                words: [ledger]
                paths:
                  - src/money/**
            prime:
              max_characters: 4000
            """);
        Assert.Equal(["generated/", "*.min.js"], settings.Exclude);
        Assert.Equal(LintSeverity.Error, settings.Lint["vague-text"]);
        Assert.Equal(LintSeverity.Off, settings.Lint["bad-date"]);
        var payment = settings.CriticalTopics.Single(topic => topic.Name == "payment");
        Assert.Equal(["ledger"], payment.Words);
        Assert.Equal(["src/money/**"], payment.Paths);
        Assert.Contains(settings.CriticalTopics, topic => topic.Name == "security");
        Assert.Equal(4000, settings.PrimeMaxCharacters);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("lint:\n")]
    public void Nothing_in_it_changes_nothing(string text) => Assert.Empty(Read(text).Lint);

    [Theory]
    [InlineData("lnit:\n  vague-text: error\n", 1, "unknown key 'lnit'", "did you mean 'lint'?")]
    [InlineData("lint:\n  vage-text: error\n", 2, "unknown key 'vage-text'", "did you mean 'vague-text'?")]
    [InlineData("lint:\n  vague-text: fatal\n", 2, "lint: vague-text is 'fatal'", "choose off, info, warning or error")]
    [InlineData("lint:\n  vague-text: 3\n", 2, "lint: vague-text is '3'", "choose off, info, warning or error")]
    [InlineData("exclude:\n  a: b\n", 2, "exclude is a group of keys where a list is expected", "write '- item' lines below it")]
    [InlineData("exclude:\n  - ../other\n", 2, "'../other' in exclude leads out of the repository", "write it relative to the root, without '..'")]
    [InlineData("prime:\n  max_characters: many\n", 2, "max_characters is 'many'", "write a whole number from 500 to 100000")]
    [InlineData("prime: 3\n", 1, "prime is '3' where keys with values are expected", "write 'key: value' lines below it")]
    [InlineData("exclude: [a]\nexclude: [b]\n", 2, "'exclude' stands twice", "keep one of them")]
    [InlineData("exclude: &a [x]\nlint: *a\n", 1, "anchors and aliases are not read", "write the value out")]
    public void What_is_wrong_is_named_with_its_line(string text, int line, string message, string hint)
    {
        var problem = SettingsParser.Parse("config.yml", text, Settings.Default).Problems[0];
        Assert.Equal((line, message, hint), (problem.Line, problem.Message, problem.Hint));
    }

    [Theory]
    [InlineData("exclude: [\n")]
    [InlineData("\0\u0001")]
    [InlineData("a: b: c: d")]
    [InlineData("- just\n- a list\n")]
    [InlineData("--- a\n--- b\n")]
    public void Broken_text_is_a_problem_and_no_crash(string text) =>
        Assert.NotEmpty(SettingsParser.Parse("config.yml", text, Settings.Default).Problems);

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var problems = SettingsParser.Parse("config.yml", "exclude: " + new string('[', 100_000), Settings.Default).Problems;
        Assert.Contains("nested", problems[0].Message, StringComparison.Ordinal);
    }

    private static Settings Read(string text)
    {
        var (settings, problems) = SettingsParser.Parse("config.yml", text, Settings.Default);
        Assert.Empty(problems);
        return settings;
    }
}
