using System.Text.Json;
using System.Text.Json.Serialization;
using CodeSyncer.Core.Tags;
using Xunit.Abstractions;

namespace CodeSyncer.Core.Tests.Tags;

/// <summary>Measures the scanner on files that were labelled by hand; data/corpus/README.md says how.</summary>
public class CorpusTests(ITestOutputHelper output)
{
    private static readonly string Corpus = Path.Combine(AppContext.BaseDirectory, "data", "corpus");

    [Fact]
    public void Precision_and_recall_on_the_labelled_corpus_are_above_99_percent()
    {
        HashSet<Label> expected = [.. ReadLabels()];
        HashSet<Label> found = [.. Scan()];
        Label[] missed = [.. expected.Except(found)];
        Label[] wrong = [.. found.Except(expected)];
        int right = expected.Count - missed.Length;
        double precision = (double)right / found.Count;
        double recall = (double)right / expected.Count;
        output.WriteLine($"{expected.Count} labels, {found.Count} found, precision {precision:P2}, recall {recall:P2}");
        foreach (Label label in missed) output.WriteLine($"missed  {label}");
        foreach (Label label in wrong) output.WriteLine($"wrong   {label}");
        Assert.True(precision > 0.99 && recall > 0.99, $"precision {precision:P2}, recall {recall:P2}; missed:\n{string.Join('\n', missed)}\nwrong:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void The_corpus_holds_at_least_300_tags_in_25_languages()
    {
        Label[] labels = [.. ReadLabels()];
        Assert.True(labels.Length >= 300, $"{labels.Length} labels");
        var languages = Directory.EnumerateFiles(Path.Combine(Corpus, "files"))
            .SelectMany(file => TagScanner.Scan(Path.GetFileName(file), File.ReadAllBytes(file))).Select(tag => tag.Language).ToHashSet();
        Assert.True(languages.Count >= 25, $"{languages.Count} languages");
    }

    private static IEnumerable<Label> ReadLabels() =>
        File.ReadLines(Path.Combine(Corpus, "labels.jsonl")).Select(line => JsonSerializer.Deserialize<Label>(line)!);

    private static IEnumerable<Label> Scan() =>
        from file in Directory.EnumerateFiles(Path.Combine(Corpus, "files")).Order(StringComparer.Ordinal)
        from tag in TagScanner.Scan(Path.GetFileName(file), File.ReadAllBytes(file))
        select new Label(Path.GetFileName(file), tag.Line, tag.Kind, tag.Text, tag.Date, tag.Note, tag.HasExplicitId ? tag.Id : null,
            tag.By, tag.Supersedes, tag.Expires, tag.Status, tag.Prefix == "codesyncer" ? null : tag.Prefix);

    private sealed record Label(
        [property: JsonPropertyName("file")] string File,
        [property: JsonPropertyName("line")] int Line,
        [property: JsonPropertyName("kind")] string Kind,
        [property: JsonPropertyName("text")] string Text,
        [property: JsonPropertyName("date")] string? Date,
        [property: JsonPropertyName("note")] string? Note,
        [property: JsonPropertyName("id")] string? Id,
        [property: JsonPropertyName("by")] string? By,
        [property: JsonPropertyName("supersedes")] string? Supersedes,
        [property: JsonPropertyName("expires")] string? Expires,
        [property: JsonPropertyName("status")] string? Status,
        [property: JsonPropertyName("prefix")] string? Prefix);
}
