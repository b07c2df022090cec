using CodeSyncer.Core.Configuration;
using CsCheck;

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
                prompt_words: [charge it]
                not_words: [ledger line]
                paths:
                  - src/money/**
            protected_paths:
              - infra/
              - path: db/migrations/**
                reason: Ask the database team.
            prime:
              max_characters: 4000
            work:
              max_file: 10MB
              max_save: 2 GB
              keep_days: 30
              keep_saves: 50
              secrets: ["*.secret", "!dev.key"]
            """);
        Assert.Equal(["generated/", "*.min.js"], settings.Exclude);
        Assert.Equal(LintSeverity.Error, settings.Lint["vague-text"]);
        Assert.Equal(LintSeverity.Off, settings.Lint["bad-date"]);
        var payment = settings.CriticalTopics.Single(topic => topic.Name == "payment");
        Assert.Equal(["ledger"], payment.Words);
        Assert.Equal(["charge it"], payment.PromptWords);
        Assert.Equal(["ledger line"], payment.NotWords);
        Assert.Equal(["src/money/**"], payment.Paths);
        Assert.Contains(settings.CriticalTopics, topic => topic.Name == "security");
        Assert.Equal(4000, settings.PrimeMaxCharacters);
        Assert.Equal([new("infra/"), new("db/migrations/**", "Ask the database team.")], settings.ProtectedPaths);
        Assert.Equal((10L << 20, 2L << 30, 30, 50), (settings.Work.MaxFile, settings.Work.MaxSave, settings.Work.KeepDays, settings.Work.KeepSaves));
        Assert.Equal(["*.secret", "!dev.key"], settings.Work.Secrets.TakeLast(2));
    }

    [Fact]
    public void Protected_paths_can_be_written_as_globs_with_their_reasons()
    {
        var settings = Read("protected_paths:\n  db/**: 'Ask the database team: always'\n  '*.lock':\n  '!x.lock': ''\n");
        Assert.Equal([new("db/**", "Ask the database team: always"), new("*.lock"), new("!x.lock")], settings.ProtectedPaths);
    }

    [Theory]
    [InlineData("1024", 1024)]
    [InlineData("500KB", 500 << 10)]
    [InlineData("'500 kb'", 500 << 10)]
    [InlineData("50 MB", 50 << 20)]
    [InlineData("1Gb", 1 << 30)]
    public void A_size_is_bytes_or_a_number_with_its_unit(string text, long bytes) => Assert.Equal(bytes, Read($"work: {{max_file: {text}}}").Work.MaxFile);

    [Fact]
    public void The_users_file_adds_to_protected_paths_and_secrets_and_wins_in_sizes()
    {
        var team = Read("protected_paths: [db/]\nwork: {max_file: 1MB, keep_days: 3, secrets: [a.txt]}\n");
        var (both, problems) = SettingsParser.Parse("mine", "protected_paths: ['!db/']\nwork: {keep_days: 5, secrets: ['!a.txt']}\n", team);
        Assert.Empty(problems);
        Assert.Equal(["db/", "!db/"], both.ProtectedPaths.Select(path => path.Glob));
        Assert.Equal((1L << 20, 5), (both.Work.MaxFile, both.Work.KeepDays));
        Assert.Equal([.. Settings.Default.Work.Secrets, "a.txt", "!a.txt"], both.Work.Secrets);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("\uFEFF# a byte order mark\r\n")]
    [InlineData("lint:\n")]
    [InlineData("exclude:\n#  - commented out\n")]
    public void Nothing_in_it_changes_nothing(string text)
    {
        var settings = Read(text);
        Assert.Empty(settings.Lint);
        Assert.Empty(settings.Exclude);
    }

    [Fact]
    public void A_later_file_adds_to_the_list_of_globs_and_wins_in_all_else()
    {
        var team = Read("exclude: [vendor/, 'gen/*']\nlint: {expired: error, bad-date: info}\nprime: {max_characters: 4000}\n");
        var (both, problems) = SettingsParser.Parse("mine", "exclude: ['!gen/keep.cs']\nlint: {expired: warning}\n", team);
        Assert.Empty(problems);
        Assert.Equal(["vendor/", "gen/*", "!gen/keep.cs"], both.Exclude);
        Assert.Equal((LintSeverity.Warning, LintSeverity.Info), (both.Lint["expired"], both.Lint["bad-date"]));
        Assert.Equal(4000, both.PrimeMaxCharacters);
    }

    [Fact]
    public void A_known_topic_keeps_its_place_and_can_be_switched_off()
    {
        var settings = Read("critical_topics:\n  privacy: off\n  security: {words: [token]}\n  safety: {paths: [firmware/]}\n");
        Assert.Equal(["payment", "security", "data_loss", "safety"], settings.CriticalTopics.Select(topic => topic.Name));
        Assert.Equal(["token"], settings.CriticalTopics[1].Words);
    }

    [Theory]
    [InlineData("lnit:\n  vague-text: error\n", 1, "unknown key 'lnit'", "did you mean 'lint'?")]
    [InlineData("zzz: 1\n", 1, "unknown key 'zzz'", "known here are exclude, lint, critical_topics, protected_paths, prime, work")]
    [InlineData("lint:\n  vage-text: error\n", 2, "unknown key 'vage-text'", "did you mean 'vague-text'?")]
    [InlineData("prime:\n  max_charcters: 900\n", 2, "unknown key 'max_charcters'", "did you mean 'max_characters'?")]
    [InlineData("critical_topics:\n  payment:\n    word: [a]\n", 3, "unknown key 'word'", "did you mean 'words'?")]
    [InlineData("critical_topics:\n  paymnt: off\n", 2, "there is no critical topic 'paymnt' to switch off", "did you mean 'payment'?")]
    [InlineData("critical_topics:\n  safety:\n", 2, "the critical topic 'safety' holds neither words nor paths", "name some, or write 'safety: off' to switch it off")]
    [InlineData("critical_topics:\n  payment: [a]\n", 2, "payment is a list where keys with values are expected", "write 'key: value' lines below it")]
    [InlineData("critical_topics:\n  payment:\n    words:\n      - a\n      - '--'\n", 5, "'--' is no word (in words)", "write a word, or words with spaces between them")]
    [InlineData("lint:\n  vague-text: fatal\n", 2, "lint: vague-text is 'fatal'", "choose off, info, warning or error")]
    [InlineData("lint:\n  vague-text: 3\n", 2, "lint: vague-text is '3'", "choose off, info, warning or error")]
    [InlineData("lint:\n  vague-text:\n", 2, "lint: vague-text is empty", "choose off, info, warning or error")]
    [InlineData("lint:\n  vague-text: [error]\n", 2, "lint: vague-text is a list", "choose off, info, warning or error")]
    [InlineData("exclude:\n  a: b\n", 2, "exclude is a group of keys where a list is expected", "write '- item' lines below it")]
    [InlineData("exclude: vendor/\n", 1, "exclude is 'vendor/' where a list is expected", "write '- item' lines below it")]
    [InlineData("exclude:\n  - a\n  - {b: c}\n", 3, "an item of exclude is a group of keys", "write one text an item")]
    [InlineData("exclude:\n  - a\n  -\n", 3, "an item of exclude is empty", "write one text an item")]
    [InlineData("exclude:\n  - a\n  - ../other\n", 3, "'../other' leads out of the repository (in exclude)", "write it relative to the root, without '..'")]
    [InlineData("exclude:\n  - '!a/../../b'\n", 2, "'!a/../../b' leads out of the repository (in exclude)", "write it relative to the root, without '..'")]
    [InlineData("exclude:\n  - C:/temp\n", 2, "'C:/temp' is an absolute path (in exclude)", "write it relative to the root of the repository")]
    [InlineData("exclude:\n  - //server/share\n", 2, "'//server/share' is an absolute path (in exclude)", "write it relative to the root of the repository")]
    [InlineData("exclude:\n  - ~/notes\n", 2, "'~/notes' is an absolute path (in exclude)", "write it relative to the root of the repository")]
    [InlineData("exclude:\n  - src\\gen\n", 2, "'src\\gen' has a backslash between names (in exclude)", "write / between folders; a backslash quotes what follows it")]
    [InlineData("exclude:\n  - '#gen'\n", 2, "'#gen' matches nothing (in exclude)", "write a glob; '\\#' begins a name with a number sign")]
    [InlineData("exclude:\n  - 'a[b'\n", 2, "'a[b' matches nothing (in exclude)", "close every [ and write one slash between folders")]
    [InlineData("critical_topics:\n  payment:\n    paths: [/../x]\n", 3, "'/../x' leads out of the repository (in paths)", "write it relative to the root, without '..'")]
    [InlineData("prime:\n  max_characters: many\n", 2, "max_characters is 'many'", "write a whole number from 500 to 100000, without quotes")]
    [InlineData("prime:\n  max_characters: '8000'\n", 2, "max_characters is '8000'", "write a whole number from 500 to 100000, without quotes")]
    [InlineData("prime:\n  max_characters: 99999999999\n", 2, "max_characters is '99999999999'", "write a whole number from 500 to 100000, without quotes")]
    [InlineData("protected_paths: db/\n", 1, "protected_paths is 'db/' where a list is expected", "write '- item' lines below it")]
    [InlineData("protected_paths:\n  - ../x\n", 2, "'../x' leads out of the repository (in protected_paths)", "write it relative to the root, without '..'")]
    [InlineData("protected_paths:\n  ../x: no\n", 2, "'../x' leads out of the repository (in protected_paths)", "write it relative to the root, without '..'")]
    [InlineData("protected_paths:\n  - path: a\n    reasn: b\n", 3, "unknown key 'reasn'", "did you mean 'reason'?")]
    [InlineData("protected_paths:\n  - reason: b\n", 2, "an item of protected_paths names no path", "write 'path: GLOB', with 'reason: TEXT' below it")]
    [InlineData("protected_paths:\n  - [a]\n", 2, "an item of protected_paths is a list", "write a glob, or 'path: GLOB' and 'reason: TEXT'")]
    [InlineData("protected_paths:\n  a: [b]\n", 2, "a reason is a list", "write one text")]
    [InlineData("work:\n  max_file: huge\n", 2, "max_file is 'huge'", "write a size from 1 KB to 100 GB, such as 500 KB, 50 MB or 2 GB")]
    [InlineData("work:\n  max_file: 1023\n", 2, "max_file is '1023'", "write a size from 1 KB to 100 GB, such as 500 KB, 50 MB or 2 GB")]
    [InlineData("work:\n  max_save: 101GB\n", 2, "max_save is '101GB'", "write a size from 1 KB to 100 GB, such as 500 KB, 50 MB or 2 GB")]
    [InlineData("work:\n  max_save: 9223372036854775807GB\n", 2, "max_save is '9223372036854775807GB'", "write a size from 1 KB to 100 GB, such as 500 KB, 50 MB or 2 GB")]
    [InlineData("work:\n  max_save: 1.5MB\n", 2, "max_save is '1.5MB'", "write a size from 1 KB to 100 GB, such as 500 KB, 50 MB or 2 GB")]
    [InlineData("work:\n  keep_days: 0\n", 2, "keep_days is '0'", "write a whole number from 1 to 3650, without quotes")]
    [InlineData("work:\n  secrets: '*.x'\n", 2, "secrets is '*.x' where a list is expected", "write '- item' lines below it")]
    [InlineData("work:\n  keep: 3\n", 2, "unknown key 'keep'", "known here are max_file, max_save, keep_days, keep_saves, secrets")]
    [InlineData("prime: 3\n", 1, "prime is '3' where keys with values are expected", "write 'key: value' lines below it")]
    [InlineData("just a text\n", 1, "the configuration is 'just a text' where keys with values are expected", "write 'key: value' lines below it")]
    [InlineData("exclude: [a]\nexclude: [b]\n", 2, "'exclude' stands twice", "keep one of them")]
    [InlineData("exclude: &a [x]\nlint: *a\n", 1, "anchors and aliases are not read", "write the value out; put a text that begins with *, &, ! or [ in quotes")]
    [InlineData("exclude:\n  - *.min.js\n", 2, "anchors and aliases are not read", "write the value out; put a text that begins with *, &, ! or [ in quotes")]
    [InlineData("exclude:\n  - !keep/\n", 2, "'!keep/' is a tag of YAML, which is not read", "put a text that begins with *, &, ! or [ in quotes")]
    public void What_is_wrong_is_named_with_its_line(string text, int line, string message, string hint)
    {
        var problem = SettingsParser.Parse("config.yml", text, Settings.Default).Problems[0];
        Assert.Equal((line, message, hint), (problem.Line, problem.Message, problem.Hint));
    }

    [Fact]
    public void All_that_is_wrong_is_reported_and_what_is_right_is_read()
    {
        var (settings, problems) = SettingsParser.Parse("config.yml", "exclude: [a, ../b]\nlnit: 1\nlint: {expired: eror, bad-date: error}\n", Settings.Default);
        Assert.Equal([1, 2, 3], problems.Select(problem => problem.Line));
        Assert.Equal(["a"], settings.Exclude);
        Assert.Equal(LintSeverity.Error, Assert.Single(settings.Lint).Value);
    }

    [Theory]
    [InlineData("exclude: [\n")]
    [InlineData("\0\u0001")]
    [InlineData("a: b: c: d")]
    [InlineData("- just\n- a list\n")]
    [InlineData("--- a\n--- b\n")]
    [InlineData("a: \"\\UFFFFFFFF\"\n")]
    [InlineData("!![ax'&0&?`}:")]
    [InlineData("- xa@{'~&~|0\t\n{\nu@\"<")]
    [InlineData("exclude:\n\t- a\n")]
    [InlineData("%YAML 3.0\n---\na: b\n")]
    public void Broken_text_is_a_problem_and_no_crash(string text) =>
        Assert.NotEmpty(SettingsParser.Parse("config.yml", text, Settings.Default).Problems);

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Deep_nesting_is_refused(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 50_000));
        Assert.Contains("nested", SettingsParser.Parse("config.yml", text, Settings.Default).Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_beyond_all_measure_and_a_list_beyond_all_measure_are_refused()
    {
        var huge = SettingsParser.Parse("config.yml", new string('#', 300_000), Settings.Default).Problems[0];
        Assert.Equal((0, "the file is longer than 256 KB"), (huge.Line, huge.Message));
        var many = SettingsParser.Parse("config.yml", "exclude:\n" + string.Concat(Enumerable.Repeat("  - a\n", 2000)), Settings.Default).Problems[0];
        Assert.Equal("exclude has 2000 items", many.Message);
    }

    [Fact]
    public void No_text_crashes_it_and_every_problem_has_a_line_of_the_text()
    {
        var letters = Gen.OneOf(Gen.Char["abc:-[]{}!&*\"'\\\n \t#|>%@`?,~<=UxuF0\u0085\uFEFF"], Gen.Char);
        var words = Gen.OneOfConst("exclude:", "lint:", "prime:", "critical_topics:", "protected_paths:", "work:", "path: ", "reason: ", "max_file: ", "9MB", "secrets: ", "\n", "\n  ", " - ", "off", "error", "expired: ", "max_characters: ", "words: ", "[", "]", "&a", "*a");
        Gen.OneOf(letters.Array[0, 40].Select(text => new string(text)), Gen.OneOf(words, letters.Select(letter => letter.ToString())).Array[0, 20].Select(string.Concat))
            .Sample(text =>
            {
                foreach (var problem in SettingsParser.Parse("config.yml", text, Settings.Default).Problems)
                    Assert.InRange(problem.Line, 0, text.Split('\n', '\r', '\u0085', '\u2028', '\u2029').Length + 1);
            }, iter: 20_000);
    }

    [Fact]
    public void A_problem_is_safe_to_print()
    {
        var problem = SettingsParser.Parse("config.yml", "\"k\\e[31m\\u202e\\n::error::x\": 1\n", Settings.Default).Problems[0];
        Assert.Equal(@"config.yml:1: unknown key 'k\x1b[31m\u202e ::error::x' (known here are exclude, lint, critical_topics, protected_paths, prime, work)",
            problem.ToString().Replace(": :error", "::error", StringComparison.Ordinal));
    }

    private static Settings Read(string text)
    {
        var (settings, problems) = SettingsParser.Parse("config.yml", text, Settings.Default);
        Assert.Empty(problems);
        return settings;
    }
}
