using System.Text.Json;
using CodeSyncer.Core.Agents.Settings;
using CodeSyncer.Core.Errors;
using CsCheck;

namespace CodeSyncer.Core.Tests.Agents.Settings;

public sealed class SettingsMergePropertyTests
{
    private const int Many = 4_000;

    private static readonly SettingsMerge Merge = new("f.json", command => command.Contains("codesyncer event", StringComparison.Ordinal));

    private static readonly (string, string)[] Required = [("version", "1")];

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 150 };

    private static readonly Gen<(int Seed, int Size)> Seeds = Gen.Select(Gen.Int, Gen.Int[1, 6]);

    [Fact]
    public void What_is_put_is_held_and_goes_without_a_trace() =>
        Gen.Select(Seeds, Gen.Bool, Gen.Bool, Gen.Int[0, 20]).Sample((seed, isStrict, isVersioned, root) =>
        {
            var before = new JsoncDocument(seed.Seed, seed.Size, isStrict).Write(hasRoot: root > 0);
            var trace = SettingsTrace.Nothing;
            var entries = Entries("/usr/bin/codesyncer event", 30);
            var after = Merge.Put(before, entries, isVersioned ? Required : [], ref trace);
            var again = trace;
            Assert.True(Merge.Holds(after, entries));
            Assert.Equal(after, Merge.Put(after, entries, isVersioned ? Required : [], ref again));
            Assert.Equal(trace, again);
            Assert.Equal(before, Merge.Remove(after, trace));
            Assert.True(IsWithin(before, after));
            InForce(root > 0 ? before : "{}", after, entries);
            if (isStrict && root > 0)
                JsonDocument.Parse(after.TrimStart('\uFEFF'));
        }, iter: Many);

    [Fact]
    public void Another_version_replaces_the_one_before_and_goes_without_a_trace() =>
        Gen.Select(Seeds, Gen.Bool, Gen.Bool).Sample((seed, isStrict, isVersioned) =>
        {
            var before = new JsoncDocument(seed.Seed, seed.Size, isStrict).Write();
            var trace = SettingsTrace.Nothing;
            SettingsEntry[] old = [.. Entries("/old/codesyncer event", 10), new("Notification", Entry("/old/codesyncer event Notification", 10))];
            var first = Merge.Put(before, old, isVersioned ? Required : [], ref trace);
            var entries = Entries("'/new place/codesyncer event'", 30);
            var second = Merge.Put(first, entries, isVersioned ? Required : [], ref trace);
            Assert.True(Merge.Holds(second, entries));
            Assert.False(Merge.Holds(second, old));
            Assert.DoesNotContain("/old/", second, StringComparison.Ordinal);
            Assert.Equal(before, Merge.Remove(second, trace));
        }, iter: Many / 2);

    [Fact]
    public void What_others_add_between_stays_when_ours_goes() =>
        Gen.Select(Seeds, Gen.Bool, Gen.Int[0, 1000], Gen.OneOfConst("/* theirs */", "// theirs\n", " \n\t", "// theirs\r\n ")).Sample((seed, isStrict, at, theirs) =>
        {
            var trace = SettingsTrace.Nothing;
            var entries = Entries("codesyncer event", 30);
            var with = Merge.Put(new JsoncDocument(seed.Seed, seed.Size, isStrict).Write(), entries, [], ref trace);
            var places = Gaps(with, [.. entries.Select(entry => with.IndexOf(entry.Json, StringComparison.Ordinal)).Zip(entries.Select(entry => entry.Json.Length))]);
            var mixed = with.Insert(places[at % places.Count], theirs);
            var rest = Merge.Remove(mixed, trace);
            Assert.DoesNotContain("codesyncer event", rest, StringComparison.Ordinal);
            if (theirs.Contains("theirs", StringComparison.Ordinal))
                Assert.Contains("theirs", rest, StringComparison.Ordinal);
            using var parsed = JsonDocument.Parse(rest.TrimStart('\uFEFF'), Lenient);
            using var original = JsonDocument.Parse(Merge.Remove(with, trace).TrimStart('\uFEFF'), Lenient);
            // A comment within what ours made keeps that alive; otherwise no value has changed.
            Assert.Equal(Shape(original.RootElement), Shape(parsed.RootElement));
        }, iter: Many / 2);

    [Fact]
    public void Broken_text_is_refused_as_every_parser_refuses_it_and_nothing_else_is_thrown() =>
        Gen.Select(Seeds, Gen.Bool, Gen.Int[0, 100_000], Gen.OneOfConst("", "{", "]", ",", "\"", "\\", "/", "*/", "x", ":", "1", "\\u12", "\0", "\t", "-", "tru")).Sample((seed, isStrict, at, piece) =>
        {
            var text = new JsoncDocument(seed.Seed, seed.Size, isStrict).Write();
            at %= text.Length;
            text = piece.Length == 0 ? text.Remove(at, 1) : text.Insert(at, piece);
            var trace = SettingsTrace.Nothing;
            try
            {
                Merge.Remove(text, trace);
                Assert.True(IsRead(text) ?? true, $"it was taken: {text}");
                Merge.Put(text, Entries("codesyncer event", 1), [], ref trace);
            }
            catch (CodeSyncerException error)
            {
                Assert.Equal("BadSettings", error.Id);
                Assert.True(!(IsRead(text) ?? false) || error.Message.Contains(" is no ", StringComparison.Ordinal), error.Message);
            }
        }, iter: Many * 5);

    /// <summary>Whether another parser reads it; null: it knows no comment before a colon, and so cannot tell.</summary>
    private static bool? IsRead(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'), Lenient);
            return true;
        }
        catch (JsonException error)
        {
            if (error.Message.StartsWith("'/' is invalid after a property name", StringComparison.Ordinal))
                return null;
            // No value at all is fine with us.
            return error.Message.StartsWith("The input does not contain any JSON tokens", StringComparison.Ordinal);
        }
    }

    private static SettingsEntry[] Entries(string command, int seconds) =>
    [
        new("SessionStart", Entry($"{command} SessionStart", seconds)),
        new("PreToolUse", Entry($"{command} PreToolUse", seconds)),
        new("PreToolUse", $$"""{"command":"{{command}} PreToolUse","timeout":{{seconds}}}"""),
        new("Stop", Entry($"{command} Stop", seconds)),
    ];

    private static string Entry(string command, int seconds) => $$"""{"hooks":[{"type":"command","command":"{{command}}","timeout":{{seconds}}}]}""";

    /// <summary>Every character of the one, in its order, is in the other.</summary>
    private static bool IsWithin(string part, string whole)
    {
        var at = 0;
        foreach (var c in whole)
        {
            if (at < part.Length && part[at] == c)
                at++;
        }

        return at == part.Length;
    }

    /// <summary>For another parser ours come last in their arrays, behind all that was there.</summary>
    private static void InForce(string before, string after, SettingsEntry[] entries)
    {
        using var now = JsonDocument.Parse(after.TrimStart('\uFEFF'), Lenient);
        var hooks = now.RootElement.GetProperty("hooks");
        foreach (var group in entries.GroupBy(entry => entry.Event))
        {
            var array = hooks.GetProperty(group.Key).EnumerateArray().Select(item => item.GetRawText()).ToList();
            Assert.Equal(group.Select(entry => entry.Json), array.TakeLast(group.Count()));
            Assert.Equal(array.SkipLast(group.Count()), Items(before, group.Key));
        }
    }

    private static List<string> Items(string text, string key)
    {
        using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'), Lenient);
        return document.RootElement.TryGetProperty("hooks", out var hooks) && hooks.TryGetProperty(key, out var array)
            ? [.. array.EnumerateArray().Select(item => item.GetRawText())] : [];
    }

    /// <summary>Places between the tokens of a text where a comment may stand: not within ours, nor between a key and its value.</summary>
    private static List<int> Gaps(string text, IReadOnlyList<(int Start, int Length)> ours)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var start = text.StartsWith('\uFEFF') ? 3 : 0;
        var reader = new Utf8JsonReader(bytes.AsSpan(start), new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var places = new List<int>();
        var isValue = false;
        while (reader.Read())
        {
            if (!isValue)
                places.Add(System.Text.Encoding.UTF8.GetCharCount(bytes.AsSpan(0, start + (int)reader.TokenStartIndex)));
            isValue = reader.TokenType == JsonTokenType.PropertyName;
        }

        return [.. places.Where(place => !ours.Any(entry => place > entry.Start && place < entry.Start + entry.Length))];
    }

    private static string Shape(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Concat(element.EnumerateObject().Select(member => $"{member.Name}:{Shape(member.Value)},").Where(text => !text.EndsWith(":{},", StringComparison.Ordinal) && !text.EndsWith(":[],", StringComparison.Ordinal))) + "}",
        JsonValueKind.Array => "[" + string.Concat(element.EnumerateArray().Select(item => Shape(item) + ",")) + "]",
        _ => element.GetRawText(),
    };
}
