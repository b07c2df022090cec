using System.Text;
using CodeSyncer.Core.Tags;
using Markdig;
using Markdig.Syntax;

namespace CodeSyncer.Core.Tests.Tags;

/// <summary>
/// Runs the examples of Specs/*.md: a fence whose info is a file name holds the source, the fence "tags" behind it what must be found.
/// Words behind the file name say how it is stored: crlf, cr, bom, utf-16le, utf-16be.
/// </summary>
public class SpecTests
{
    public static TheoryData<string, int> Examples()
    {
        var examples = new TheoryData<string, int>();
        foreach (string document in Directory.EnumerateFiles(Folder(), "*.md").Order(StringComparer.Ordinal))
        {
            foreach (Example example in Read(document)) examples.Add(Path.GetFileName(document), example.Line);
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_of_the_specification_holds(string document, int line)
    {
        Example example = Read(Path.Combine(Folder(), document)).Single(e => e.Line == line);
        IReadOnlyList<Tag> tags = TagScanner.Scan(example.File, Encode(example.Source, example.Storage));
        string[] expected = example.Expected.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> actual = tags.Select((tag, i) => TagLine.Of(tag, i < expected.Length ? expected[i] : ""));
        Assert.Equal(string.Join('\n', expected), string.Join('\n', actual));
    }

    [Fact]
    public void Every_document_holds_examples() =>
        Assert.All(Directory.EnumerateFiles(Folder(), "*.md"), document => Assert.NotEmpty(Read(document)));

    private static string Folder() => Path.Combine(AppContext.BaseDirectory, "Tags", "Specs");

    private static IEnumerable<Example> Read(string document)
    {
        FencedCodeBlock? source = null;
        foreach (FencedCodeBlock fence in Markdown.Parse(File.ReadAllText(document)).Descendants<FencedCodeBlock>())
        {
            if (fence.Info != "tags")
            {
                Assert.True(source is null, $"{document}: the example of line {source?.Line + 1} has no fence 'tags'");
                source = fence;
                continue;
            }

            Assert.True(source is not null, $"{document}: line {fence.Line + 1} has no example before it");
            yield return new Example(source.Line + 1, source.Info!, source.Arguments ?? "", source.Lines.ToString(), fence.Lines.ToString());
            source = null;
        }

        Assert.True(source is null, $"{document}: the last example has no fence 'tags'");
    }

    private static byte[] Encode(string source, string storage)
    {
        string text = source + "\n";
        if (storage.Contains("crlf")) text = text.Replace("\n", "\r\n");
        else if (storage.Contains("cr")) text = text.Replace('\n', '\r');
        Encoding encoding = storage switch
        {
            _ when storage.Contains("utf-16le") => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            _ when storage.Contains("utf-16be") => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: storage.Contains("bom")),
        };
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    private sealed record Example(int Line, string File, string Storage, string Source, string Expected);
}
