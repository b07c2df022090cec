using System.Text;
using CodeSyncer.Core.Source;
using CsCheck;

namespace CodeSyncer.Core.Tests.Source;

public class SourceTextTests
{
    private const string Sample = "// @codesyncer-why 한국어, Ünïcode, 😀\r\n";

    public static TheoryData<string, Encoding> Encodings() => new()
    {
        { "UTF-8", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) },
        { "UTF-8 with mark", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true) },
        { "UTF-16 little-endian", new UnicodeEncoding(bigEndian: false, byteOrderMark: true) },
        { "UTF-16 big-endian", new UnicodeEncoding(bigEndian: true, byteOrderMark: true) },
        { "UTF-32 little-endian", new UTF32Encoding(bigEndian: false, byteOrderMark: true) },
        { "UTF-32 big-endian", new UTF32Encoding(bigEndian: true, byteOrderMark: true) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_is_decoded_without_its_mark(string name, Encoding encoding)
    {
        Assert.True(SourceText.TryDecode([.. encoding.GetPreamble(), .. encoding.GetBytes(Sample)], out var text), name);
        Assert.Equal(Sample, text);
    }

    [Fact]
    public void Bad_bytes_are_replaced()
    {
        Assert.True(SourceText.TryDecode([(byte)'a', 0xFF, 0xC3, (byte)'b'], out var text));
        Assert.Equal("a\uFFFD\uFFFDb", text);
    }

    [Fact]
    public void A_half_character_at_the_end_of_utf_16_is_replaced()
    {
        Assert.True(SourceText.TryDecode([0xFF, 0xFE, (byte)'a', 0, (byte)'b'], out var text));
        Assert.Equal("a\uFFFD", text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7_999)]
    public void A_NUL_byte_near_the_start_makes_it_binary(int place)
    {
        var content = new byte[9_000];
        Array.Fill(content, (byte)'a');
        content[place] = 0;

        Assert.False(SourceText.TryDecode(content, out var text));
        Assert.Equal("", text);
    }

    [Fact]
    public void A_NUL_byte_further_on_does_not()
    {
        var content = new byte[9_000];
        Array.Fill(content, (byte)'a');
        content[8_000] = 0;

        Assert.True(SourceText.TryDecode(content, out var text));
        Assert.Equal(9_000, text.Length);
    }

    [Fact]
    public void An_empty_file_is_an_empty_text()
    {
        Assert.True(SourceText.TryDecode([], out var text));
        Assert.Equal("", text);
    }

    [Fact]
    public void No_bytes_are_too_bad() => Gen.Byte.Array[0, 200].Sample(content =>
    {
        SourceText.TryDecode(content, out var text);
        Assert.True(text.Length <= content.Length);
    }, iter: 5_000);
}
