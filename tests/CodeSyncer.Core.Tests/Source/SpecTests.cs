using System.Text.Json;
using CodeSyncer.Core.Source;
using Markdig;
using Markdig.Syntax;

namespace CodeSyncer.Core.Tests.Source;

/// <summary>
/// Runs the examples of Specs/*.md: a fence whose info is a file name holds a source, the fence "comments" behind it the
/// trimmed content of each comment that is not empty, one a line: as it is, or as a JSON string where it has line breaks.
/// "doc:" before it says that it is a documentation string.
/// </summary>
public class SpecTests
{
    public static TheoryData<string, int> Examples()
    {
        var examples = new TheoryData<string, int>();
        foreach (var document in Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal))
        {
            foreach (var example in Read(document))
                examples.Add(Path.GetFileName(document), example.Line);
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_of_the_specification_holds(string document, int line)
    {
        var example = Read(Path.Combine(Folder, document)).Single(example => example.Line == line);
        Assert.Equal(Expected(example.Comments), Found(example.File, example.Source));
        // The last line break and the kind of line breaks change nothing.
        Assert.Equal(Expected(example.Comments), Found(example.File, example.Source + "\n"));
        Assert.Equal(Expected(example.Comments), Found(example.File, example.Source.Replace("\n", "\r\n")));
    }

    [Fact]
    public void Every_document_holds_examples() =>
        Assert.All(Directory.EnumerateFiles(Folder, "*.md"), document => Assert.NotEmpty(Read(document)));

    [Fact]
    public void Every_language_has_an_example()
    {
        var shown = Directory.EnumerateFiles(Folder, "*.md").SelectMany(Read)
            .Select(example => LanguageCatalog.ForFile(example.File, example.Source)!.Name).ToHashSet();
        // Languages that only occur inside others.
        shown.UnionWith(["JSX markup", "PHP code", "Razor code", "Plain text"]);

        Assert.Equal("", string.Join(", ", LanguageCatalog.All.Select(language => language.Name).Where(name => !shown.Contains(name))));
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Source", "Specs");

    private static string Expected(string comments) => string.Join('\n', comments.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        line is ['"', ..] ? JsonSerializer.Deserialize<string>(line) : line.StartsWith("doc: \"", StringComparison.Ordinal)
            ? "doc: " + JsonSerializer.Deserialize<string>(line[5..]) : line));

    private static string Found(string file, string source)
    {
        var language = LanguageCatalog.ForFile(file, source);
        Assert.True(language is not null, $"'{file}' is of no language");
        return string.Join('\n', CommentLexer.Lex(source, language)
            .Select(comment => (Mark: comment.Form == CommentForm.Doc ? "doc: " : "", Content: source[comment.ContentStart..comment.ContentEnd].Trim()))
            .Where(comment => comment.Content.Length > 0)
            .Select(comment => comment.Mark + comment.Content.Replace("\r\n", "\n")));
    }

    private static List<Example> Read(string document)
    {
        var examples = new List<Example>();
        FencedCodeBlock? source = null;
        foreach (var fence in Markdown.Parse(File.ReadAllText(document)).Descendants<FencedCodeBlock>())
        {
            if (fence.Info != "comments")
            {
                Assert.True(source is null, $"{document}: the example of line {source?.Line + 1} has no fence 'comments'");
                source = fence;
                continue;
            }

            Assert.True(source is not null, $"{document}: line {fence.Line + 1} has no example before it");
            examples.Add(new(source.Line + 1, source.Info!, source.Lines.ToString(), fence.Lines.ToString()));
            source = null;
        }

        Assert.True(source is null, $"{document}: the last example has no fence 'comments'");
        return examples;
    }

    private sealed record Example(int Line, string File, string Source, string Comments);
}
