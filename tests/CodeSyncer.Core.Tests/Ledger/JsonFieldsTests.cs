using System.Text;
using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Tests.Ledger;

public class JsonFieldsTests
{
    [Theory]
    [InlineData("""{"id":"bd-1","n":1.50e3,"u":"\u003ca\u003e","t":"2025-11-02T21:58:07.295058-08:00","x":{"b":[1, 2,{}]}}""")]
    [InlineData("""{}""")]
    [InlineData("""{"\u0061":"\ud800","ключ":"знач","q\"":null}""")]
    public void What_is_not_touched_stays_byte_for_byte(string json)
    {
        Assert.Equal(json, JsonFields.Parse(json).ToString());
        Assert.Equal(JsonFields.Parse(json), JsonFields.Parse(JsonFields.Parse(json).ToLines()));
    }

    [Fact]
    public void In_the_ledger_every_key_stands_on_its_own_line() =>
        Assert.Equal("{\n\"id\":\"bd-1\",\n\"n\":[1,2]}\n", Encoding.UTF8.GetString(JsonFields.Parse("""{"id":"bd-1","n":[1,2]}""").ToLines()));

    [Fact]
    public void Values_over_several_lines_become_one_line_of_jsonl() =>
        Assert.Equal("""{"a":[1,  2],"b":"x\ny"}""", JsonFields.Parse("{\"a\":[1,\r\n  2],\n \"b\":\"x\\ny\"}").ToString());

    [Fact]
    public void Of_double_keys_the_last_counts_at_the_place_of_the_first()
    {
        Assert.Equal("""{"a":3,"b":2}""", JsonFields.Parse("""{"a":1,"b":2,"a":3}""").ToString());
        var many = string.Join(',', Enumerable.Range(0, 200).Select(i => $"\"k{i % 60}\":{i}"));
        var fields = JsonFields.Parse($"{{{many}}}");
        Assert.Equal(60, fields.Fields.Count);
        Assert.Equal(180, fields.Int("k0"));
        Assert.Equal(179, fields.Int("k59"));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"a\":1} {}")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a\\ud800\":1}")]
    [InlineData("\0")]
    public void What_is_no_object_is_refused(string json) => Assert.Throws<FormatException>(() => JsonFields.Parse(json));

    [Fact]
    public void Bytes_that_are_no_utf8_and_endless_nesting_are_refused()
    {
        Assert.Throws<FormatException>(() => JsonFields.Parse([(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'1', (byte)'}']));
        Assert.Throws<FormatException>(() => JsonFields.Parse($"{{\"a\":{new string('[', 100_000)}"));
    }

    [Fact]
    public void A_key_further_down_that_is_not_unicode_is_kept_and_stops_nobody()
    {
        var bead = new Bead(JsonFields.Parse("""{"id":"a","dependencies":[{"\ud800":1,"depends_on_id":"b"}],"comments":[{"\udc00":1}]}"""));
        Assert.Equal("b", Assert.Single(bead.Dependencies).DependsOnId);
        Assert.Single(bead.Comments);
        Assert.Contains("{\"\\ud800\":1,", bead.With("title", "t").Fields.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_setter_changes_its_key_alone()
    {
        var fields = JsonFields.Parse("""{"a": 1.0,"b":"x","c":[ 1 ]}""").With("b", "<y>\u0001\n\"").With("d", true).Without("a");
        Assert.Equal("""{"b":"\u003cy\u003e\u0001\n\"","c":[ 1 ],"d":true}""", fields.ToString());
        Assert.Equal("<y>\u0001\n\"", fields.String("b"));
    }

    [Fact]
    public void Getters_answer_nothing_where_the_value_is_of_another_kind()
    {
        var fields = JsonFields.Parse("""{"s":"x","n":5,"f":1.5,"l":["a",1,{"k":"v"}],"o":{"k":1},"z":null}""");
        Assert.Null(fields.String("n"));
        Assert.Null(fields.String("z"));
        Assert.Null(fields.Int("f"));
        Assert.Null(fields.Int("s"));
        Assert.False(fields.Bool("n"));
        Assert.Null(fields.Time("s"));
        Assert.Equal(["a"], fields.StringList("l"));
        Assert.Equal("v", Assert.Single(fields.Objects("l")).String("k"));
        Assert.Equal(1, fields.Object("o")!.Int("k"));
        Assert.Empty(fields.Elements("o"));
    }

    [Theory]
    [InlineData(@"""\ud800""", "\ufffd")]
    [InlineData(@"""a\ud83d\ude00b\n\udc00\\""", "a😀b\n\ufffd\\")]
    public void Half_a_surrogate_pair_reads_as_the_replacement_character(string raw, string text) =>
        Assert.Equal(text, JsonText.Decode(Encoding.UTF8.GetBytes(raw)));
}
