using System.Text;
using CodeSyncer.Core.Work;
using CsCheck;

namespace CodeSyncer.Core.Tests.Work;

public class WorkStateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<string> Text = Gen.String.Select(text => string.Concat(text.Where(c => !char.IsSurrogate(c))));

    private static readonly Gen<string?> Maybe = Gen.OneOf(Gen.Const((string?)null), Text.Select(text => (string?)text));

    private static readonly Gen<WorkState> States = Gen.Select(
        Gen.Select(Text, Maybe, Maybe, Text, Maybe, Gen.Bool, Maybe, Maybe),
        Gen.Select(Maybe, Maybe, Maybe, Maybe, Text, Gen.Int[0, 2_000_000_000]),
        Gen.Select(Gen.Bool, Text, Text.Array[0, 4], Text.Array[0, 4], Gen.Int[0, 100_000]),
        Gen.Select(Gen.Select(Text, Text, Gen.Long[0, long.MaxValue], Gen.Bool).Array[0, 3], Gen.Bool),
        (who, what, carried, left) => new WorkState
        {
            Agent = who.Item1,
            Generation = who.Item2,
            Session = who.Item3,
            WorkTree = who.Item4,
            Branch = who.Item5,
            IsDetached = who.Item6,
            Head = who.Item7,
            Operation = who.Item8,
            Bead = what.Item1,
            Step = what.Item2,
            Note = what.Item3,
            Handoff = what.Item4,
            Event = what.Item5,
            Time = DateTimeOffset.UnixEpoch.AddSeconds(what.Item6),
            Carried = carried.Item1 ? new Carried(carried.Item2, carried.Item3) : null,
            Changed = carried.Item4,
            ChangedCount = carried.Item5,
            LeftOut = [.. left.Item1.Select(file => new LeftOut(file.Item1, file.Item2, file.Item4 ? file.Item3 : null))],
            LeftOutCount = left.Item1.Length,
            IsHistoryLeftOut = left.Item2,
        });

    [Fact]
    public void What_is_written_is_read_again() => States.Sample(state =>
    {
        var read = WorkState.Parse(state.ToJson());
        Assert.Equal(Flat(state), Flat(read));
        Assert.True(read.IsSameWork(state));
        Assert.Equal(state.ToJson(), read.ToJson());
    }, iter: 2_000);

    [Fact]
    public void Fields_of_a_later_version_are_left_aside()
    {
        var json = Encoding.UTF8.GetString(Sample().ToJson());
        var later = json.Insert(json.IndexOf('{', StringComparison.Ordinal) + 1, "\"future\": {\"deep\": [1, null]}, ");
        Assert.Equal(Flat(Sample()), Flat(WorkState.Parse(Encoding.UTF8.GetBytes(later))));
    }

    [Theory]
    [InlineData("{}", "missing")]
    [InlineData("{\"version\": 2}", "2")]
    [InlineData("{\"version\": 0}", "0")]
    [InlineData("{\"version\": \"1\"}", "missing")]
    public void Another_version_is_refused_and_named(string json, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => WorkState.Parse(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"version\": 1")]
    [InlineData("\0")]
    public void What_is_no_state_is_refused(string json) => Assert.Throws<FormatException>(() => WorkState.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Fields_of_another_type_count_as_missing()
    {
        var read = WorkState.Parse("{\"version\":1,\"agent\":7,\"branch\":[],\"detached\":\"yes\",\"time\":\"soon\",\"changed\":\"a\",\"changed_count\":\"x\",\"left_out\":[1,{\"path\":2}],\"carried\":true}"u8.ToArray());
        Assert.Equal(("", null, false, DateTimeOffset.MinValue, 0), (read.Agent, read.Branch, read.IsDetached, read.Time, read.ChangedCount));
        Assert.Equal((0, null), (read.Changed.Count, read.Carried));
        Assert.All(read.LeftOut, left => Assert.Equal("", left.Path));
    }

    [Fact]
    public void The_same_work_is_told_by_what_was_done_not_by_when_and_why_it_was_saved()
    {
        var state = Sample();
        Assert.True(state.IsSameWork(state with { Time = Noon.AddDays(1), Event = "commit", Session = "other", Generation = "other" }));
        Assert.False(state.IsSameWork(state with { Note = "other" }));
        Assert.False(state.IsSameWork(state with { Head = null }));
        Assert.False(state.IsSameWork(state with { Agent = "lee" }));
        Assert.False(state.IsSameWork(state with { WorkTree = "/b" }));
        Assert.False(state.IsSameWork(state with { Changed = ["a"], ChangedCount = 1 }));
        Assert.False(state.IsSameWork(state with { Carried = null }));
    }

    private static WorkState Sample() => new()
    {
        Agent = "kim",
        Session = "s1",
        Generation = "g1",
        WorkTree = "/a",
        Branch = "main",
        Head = "abc",
        Event = "turn end",
        Time = Noon,
        Note = "half",
        Changed = ["a", "b"],
        ChangedCount = 2,
        Carried = new Carried("topic", ["a"]),
        LeftOut = [new LeftOut("big", "is too large", 7), new LeftOut("sub/", "is a repository", null)],
        LeftOutCount = 2,
    };

    private static string Flat(WorkState state) =>
        $"{state with { Changed = [], LeftOut = [], Carried = null }} {string.Join('|', state.Changed)} {string.Join('|', state.LeftOut)} {state.Carried?.From} {string.Join('|', state.Carried?.Paths ?? [])}";
}
