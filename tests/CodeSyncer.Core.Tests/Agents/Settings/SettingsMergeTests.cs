using System.Text;
using CodeSyncer.Core.Agents.Settings;
using CodeSyncer.Core.Errors;

namespace CodeSyncer.Core.Tests.Agents.Settings;

public sealed class SettingsMergeTests
{
    private const string Ours = """{"hooks":[{"type":"command","command":"ours"}]}""";

    private static readonly SettingsMerge Merge = new("settings.json", command => command is "ours" or "ours of before");

    private static readonly SettingsEntry[] Entry = [new("Stop", Ours)];

    [Fact]
    public void An_empty_file_becomes_a_document()
    {
        var trace = SettingsTrace.Nothing;
        var text = Merge.Put("", Entry, [("version", "1")], ref trace);
        Assert.Equal($"{{\n  \"version\": 1,\n  \"hooks\": {{\n    \"Stop\": [{Ours}]\n  }}\n}}\n", text);
        Assert.Equal("", Merge.Remove(text, trace));
    }

    [Fact]
    public void Ours_is_laid_out_like_what_is_there()
    {
        var trace = SettingsTrace.Nothing;
        const string before = "{\r\n\t\"model\": \"x\",\r\n\t\"hooks\": {\r\n\t\t\"Stop\": [\r\n\t\t\t{\"command\": \"a\"} // mine\r\n\t\t]\r\n\t}\r\n}\r\n";
        Assert.Equal(
            "{\r\n\t\"model\": \"x\",\r\n\t\"hooks\": {\r\n\t\t\"Stop\": [\r\n\t\t\t{\"command\": \"a\"}, // mine\r\n\t\t\t" + Ours + "\r\n\t\t]\r\n\t}\r\n}\r\n",
            Merge.Put(before, Entry, [], ref trace));
    }

    [Theory]
    [InlineData("// only a comment")]
    [InlineData("\uFEFF// only a comment")]
    [InlineData("/* a */ // b\n")]
    [InlineData("\n\n")]
    [InlineData("\uFEFF")]
    [InlineData("{}")]
    [InlineData("{\"hooks\" /* a */ : // b\n {\"Stop\"// c\n:/* d */[]}}")]
    [InlineData("{ // mine\n}")]
    [InlineData("""{"hooks":{}}""")]
    [InlineData("""{"hooks":{"Stop":[]}}""")]
    [InlineData("{\"hooks\":{\"Stop\":[ // none\n ],},}")]
    [InlineData("""{"hooks":{"Stop":[1,]},"hooks":{"Stop":[2]}}""")]
    [InlineData("""{"hooks":{"Stop":[1],"Stop":[]}}""")]
    [InlineData("{\"\\u0068ooks\":{\"St\\u006fp\":[\n{\"command\":\"a\"}, // one\n// two\n]}}")]
    [InlineData("{\"hooks\":{\"Stop\":[1 /* a */ , /* b */ // c\n]}}")]
    [InlineData("{\"hooks\":{\"Stop\":[\n1 // c\r\r\n]}}")]
    public void Nothing_is_left_of_it(string before)
    {
        foreach (var required in new (string, string)[][] { [], [("version", "1")] })
        {
            var trace = SettingsTrace.Nothing;
            var after = Merge.Put(before, Entry, required, ref trace);
            Assert.True(Merge.Holds(after, Entry));
            Assert.Equal(before, Merge.Remove(after, trace));
        }
    }

    [Fact]
    public void A_comment_stays_beside_what_it_is_about()
    {
        var trace = SettingsTrace.Nothing;
        var after = Merge.Put("{\"hooks\":{\"Stop\":[\n  1, // one\n  2 /* two */ // of them\n]}}", Entry, [], ref trace);
        Assert.Equal("{\"hooks\":{\"Stop\":[\n  1, // one\n  2, /* two */ // of them\n  " + Ours + "\n]}}", after);
    }

    [Fact]
    public void A_group_with_others_loses_only_our_handler()
    {
        const string mixed = """{"hooks":{"Stop":[{"matcher":"x","hooks":[{"command":"a"},{"command":"ours of before"}, {"command":"b"}]}]}}""";
        Assert.Equal("""{"hooks":{"Stop":[{"matcher":"x","hooks":[{"command":"a"}, {"command":"b"}]}]}}""", Merge.Remove(mixed, SettingsTrace.Nothing));
        Assert.False(Merge.Holds(mixed, Entry));
        var trace = SettingsTrace.Nothing;
        Assert.Equal(With("""{"hooks":{"Stop":[{"matcher":"x","hooks":[{"command":"a"}, {"command":"b"}]}, OURS]}}"""), Merge.Put(mixed, Entry, [], ref trace));
    }

    [Theory]
    [InlineData("""{"command":"ours of before","timeout":3}""")]
    [InlineData("""{"bash":"ours of before"}""")]
    [InlineData("""{"powershell":"ours of before"}""")]
    [InlineData("""{"hooks":[{"command":"ours of before"},{"command":"ours"}]}""")]
    [InlineData("""{"hooks":[{"c\u006fmmand":"our\u0073 of before"}]}""")]
    public void Ours_of_another_version_goes_wherever_it_stands(string old)
    {
        var trace = SettingsTrace.Nothing;
        var text = Merge.Put("""{"hooks":{"Gone":[OLD],"Stop":[OLD,7]}}""".Replace("OLD", old, StringComparison.Ordinal), Entry, [], ref trace);
        Assert.Equal(With("""{"hooks":{"Stop":[7, OURS]}}"""), text);
    }

    [Fact]
    public void One_that_a_later_double_key_hides_is_put_where_it_counts()
    {
        var trace = SettingsTrace.Nothing;
        var text = Merge.Put(With("""{"hooks":{"Stop":[OURS]},"hooks":{"Stop":[1]}}"""), Entry, [], ref trace);
        Assert.Equal(With("""{"hooks":{"Stop":[1, OURS]}}"""), text);
    }

    [Fact]
    public void A_key_that_somebody_took_out_is_put_back_and_one_with_another_value_stays()
    {
        var trace = SettingsTrace.Nothing;
        var text = Merge.Put(With("""{"hooks":{"Stop":[OURS]}}"""), Entry, [("version", "1")], ref trace);
        Assert.Contains("\"version\": 1", text, StringComparison.Ordinal);
        Assert.Contains("version", trace.Required);
        trace = SettingsTrace.Nothing;
        Assert.Equal(With("{\"version\":2, \"hooks\": {\n    \"Stop\": [OURS]\n  }}"), Merge.Put("""{"version":2}""", Entry, [("version", "1")], ref trace));
        Assert.Empty(trace.Required);
    }

    [Fact]
    public void A_key_that_the_hooks_of_others_need_stays()
    {
        var trace = SettingsTrace.Nothing;
        var text = Merge.Put("", Entry, [("version", "1")], ref trace).Replace($"[{Ours}]", $"[{Ours}, {{\"command\":\"a\"}}]", StringComparison.Ordinal);
        var rest = Merge.Remove(text, trace);
        Assert.Equal("{\n  \"version\": 1,\n  \"hooks\": {\n    \"Stop\": [{\"command\":\"a\"}]\n  }\n}\n", rest);
        // Not even a newer version of ours forgets that the key was its own.
        Merge.Put(text, [new("Stop", """{"command":"ours"}""")], [("version", "1")], ref trace);
        Assert.Contains("version", trace.Required);
    }

    [Fact]
    public void What_an_older_file_met_says_nothing_about_a_new_one()
    {
        const string theirs = """{"version":1,"hooks":{"Stop":[]}}""";
        var trace = new SettingsTrace([], ["version"], true);
        var text = Merge.Put(theirs, Entry, [("version", "1")], ref trace);
        Assert.Equal(theirs, Merge.Remove(text, trace));
    }

    [Fact]
    public void An_element_behind_ours_is_not_drawn_into_a_comment()
    {
        const string text = "{\"hooks\":{\"Stop\":[\n  1, // one\n  " + Ours + ", 2\n]}}";
        Assert.Equal("{\"hooks\":{\"Stop\":[\n  1, // one\n   2\n]}}", Merge.Remove(text, SettingsTrace.Nothing));
    }

    [Fact]
    public void Comments_of_others_in_what_ours_made_stay()
    {
        var trace = SettingsTrace.Nothing;
        var text = Merge.Put("{}", Entry, [], ref trace).Replace(Ours, Ours + " /* theirs */", StringComparison.Ordinal);
        Assert.Contains("/* theirs */", Merge.Remove(text, trace), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_array_matters_only_where_ours_is_to_stand()
    {
        var trace = SettingsTrace.Nothing;
        Assert.True(Merge.Holds(Merge.Put("""{"hooks":{"enabled":true}}""", Entry, [], ref trace), Entry));
    }

    [Theory]
    [InlineData("{\n\"a\": 1\n\"b\": 2}", 3, "',' is expected")]
    [InlineData("{\r\n\"a\" 1}", 2, "':' is expected")]
    [InlineData("{\n\"a\": [1, 2\n", 3, "too early")]
    [InlineData("{\"a\":\n", 2, "too early")]
    [InlineData("{\n\"a\": tru}", 2, "value")]
    [InlineData("{\n'a': 1}", 2, "key")]
    [InlineData("{\"a\": \"x\n\"}", 1, "does not end")]
    [InlineData("{\"a\": \"x\\", 1, "escape")]
    [InlineData("{\n\"a\": \"x\\\ny\"}", 2, "escape")]
    [InlineData("{\n\"a\": \"\\u12\"}", 2, "escape")]
    [InlineData("{\n\"a\": \"\\u00e\0\"}", 2, "escape")]
    [InlineData("{\n\"a\": \"\t\"}", 2, "control")]
    [InlineData("{\n\"a\": \"\0\"}", 2, "control")]
    [InlineData("{}\n\n/* a", 3, "comment")]
    [InlineData("{}\n{}", 2, "follows")]
    [InlineData("\n[]", 2, "no object")]
    [InlineData("\n\"hooks\"", 2, "no object")]
    [InlineData("{\n\"hooks\":\n[]}", 3, "'hooks' is no object")]
    [InlineData("{\"hooks\": null}", 1, "'hooks' is no object")]
    [InlineData("{\"hooks\": {\n\n\"Stop\": {}}}", 3, "'hooks.Stop' is no array")]
    [InlineData("{\"hooks\": {\"Stop\": [],\n\"Stop\": \"x\"}}", 2, "'hooks.Stop' is no array")]
    public void What_cannot_be_merged_with_is_named_with_its_line(string text, int line, string what)
    {
        var trace = SettingsTrace.Nothing;
        var error = Assert.Throws<CodeSyncerException>(() => Merge.Put(text, Entry, [], ref trace));
        Assert.Equal("BadSettings", error.Id);
        Assert.Contains("settings.json", error.Message, StringComparison.Ordinal);
        Assert.Contains($"line {line}:", error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Same(SettingsTrace.Nothing, trace);
    }

    [Fact]
    public void Settings_of_many_levels_or_megabytes_are_refused()
    {
        var trace = SettingsTrace.Nothing;
        var deep = "{\"a\":\n" + new string('[', 10_000) + new string(']', 10_000) + "}";
        Assert.Contains("line 2: it is nested too deep", Assert.Throws<CodeSyncerException>(() => Merge.Put(deep, Entry, [], ref trace)).Message, StringComparison.Ordinal);
        var objects = string.Concat(Enumerable.Repeat("{\"a\":", 10_000));
        Assert.Contains("too deep", Assert.Throws<CodeSyncerException>(() => Merge.Put(objects, Entry, [], ref trace)).Message, StringComparison.Ordinal);
        var large = "{\"a\":\"" + new string('x', 20 << 20) + "\"}";
        Assert.Contains("4 MB", Assert.Throws<CodeSyncerException>(() => Merge.Put(large, Entry, [], ref trace)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_of_permissions_is_no_hindrance()
    {
        var before = new StringBuilder("{\n  \"permissions\": [\n");
        for (var i = 0; i < 40_000; i++)
            before.Append($"    \"Bash(run \\\"{i}\\\":*)\", // {i}\n");
        var text = before.Append("  ]\n}\n").ToString();
        var trace = SettingsTrace.Nothing;
        var after = Merge.Put(text, Entry, [], ref trace);
        Assert.True(Merge.Holds(after, Entry));
        Assert.Equal(text, Merge.Remove(after, trace));
    }

    [Fact]
    public void Removing_from_what_holds_nothing_of_ours_changes_nothing()
    {
        foreach (var text in new[] { "", "[1]", "\"x\"", """{"hooks":3}""", """{"hooks":{"Stop":[]}}""", """{"version":1}""" })
            Assert.Equal(text, Merge.Remove(text, new SettingsTrace([], ["version"], true)));
    }

    private static string With(string text) => text.Replace("OURS", Ours, StringComparison.Ordinal);
}
