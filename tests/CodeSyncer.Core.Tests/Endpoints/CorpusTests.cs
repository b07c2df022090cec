using System.Text;
using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Endpoints.Compose;
using CodeSyncer.Core.Endpoints.Readers;

namespace CodeSyncer.Core.Tests.Endpoints;

/// <summary>
/// What each framework's code declares and calls, by examples in Corpus.txt: files, and then every endpoint and call that they hold, no more. A line without a
/// file is of the first one.
/// </summary>
public class CorpusTests
{
    public static TheoryData<string> Names => [.. Cases().Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void All_is_found_and_nothing_else(string name)
    {
        var (_, files, expected) = Cases().Single(one => one.Name == name);
        var facts = files.Select(file => (file.Path, Facts: EndpointScanner.Scan(file.Path, Encoding.UTF8.GetBytes(file.Text)))).Where(file => !file.Facts.IsEmpty).ToList();
        var composer = new EndpointComposer(facts, _ => "");
        var found = composer.Endpoints().Select(endpoint => $"{endpoint.Method} {endpoint.Template} {Place(endpoint.Path, endpoint.Line)}{(endpoint.Request is null ? "" : " " + endpoint.Request)}{(endpoint.Response is null ? "" : " -> " + endpoint.Response)}")
            .Concat(composer.Calls().Select(call => $"call {call.Method} {call.Template} {Place(call.Path, call.Line)}"))
            .Concat(composer.Services().Select(service => $"serves {service.Name} {Place(service.Path, service.Line)}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Distinct().Order(StringComparer.Ordinal));

        string Place(string path, int line) => path == files[0].Path || files.Count == 1 ? $"{line}" : IsImplied(path) ? $"{line}" : $"{path}:{line}";
        bool IsImplied(string path) => files[0].Path.EndsWith(".yml", StringComparison.Ordinal) && path == files[1].Path || files[0].Path == "src/main.ts" && path == files[1].Path;
    }

    private static List<(string Name, List<(string Path, string Text)> Files, List<string> Expected)> Cases()
    {
        var folder = AppContext.BaseDirectory;
        var cases = new List<(string, List<(string, string)>, List<string>)>();
        foreach (var text in File.ReadAllText(Path.Combine(folder, "Endpoints", "Corpus.txt")).ReplaceLineEndings("\n").Split("\n=== "))
        {
            var halves = text.Split("+++\n");
            var name = halves[0][..halves[0].IndexOf('\n')].TrimStart('=', ' ');
            var files = halves[0].Split("\n--- ").Skip(1).Select(file => (file[..file.IndexOf('\n')], file[(file.IndexOf('\n') + 1)..])).ToList();
            cases.Add((name, files, [.. halves[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)]));
        }

        return cases;
    }
}
