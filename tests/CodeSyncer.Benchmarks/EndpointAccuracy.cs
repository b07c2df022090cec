using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeSyncer.Testing;

namespace CodeSyncer.Benchmarks;

/// <summary>
/// Precision and recall of <c>endpoints</c> on public projects: <c>accuracy FOLDER</c> reads the clones in a folder and compares them with
/// EndpointTruth.tsv. The truth of the RealWorld applications is the specification that all of them implement; all else was read by eye, before our
/// answer was seen. What is judged of a repository is what its rows name: offers, calls, or both, in the folders of its <c>scope</c> rows.
/// </summary>
internal static partial class EndpointAccuracy
{
    /// <summary>What the README does not promise to read; its rows are counted apart.</summary>
    private static readonly HashSet<string> NotRead = ["RESTDataSource", "Symfony", "curl", "Apache HttpClient"];

    public static void Run(string folder)
    {
        var rows = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "EndpointTruth.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToList();
        var scopes = rows.Where(row => row[2] == "scope").ToLookup(row => row[1], row => row[3]);
        var totals = new SortedDictionary<string, (int Hits, int Misses, int Extras)>(StringComparer.Ordinal);
        using var sandbox = new GitSandbox();
        foreach (var repository in rows.Where(row => row[2] != "scope").GroupBy(row => row[1]).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var clone = Path.Combine(folder, repository.Key);
            if (!Directory.Exists(clone))
            {
                Console.WriteLine($"{repository.Key,-42} not there");
                continue;
            }

            foreach (var kind in repository.Select(row => row[2]).Distinct())
                Judge(sandbox, clone, repository.Key, kind, [.. repository.Where(row => row[2] == kind)], [.. scopes[repository.Key]], totals);
        }

        Console.WriteLine();
        foreach (var (framework, (hits, misses, extras)) in totals)
            Console.WriteLine($"{framework,-28} {hits,4} of {hits + misses,4} found, {extras} too many{(NotRead.Contains(framework[..framework.LastIndexOf(' ')]) ? " (not read)" : "")}");
        foreach (var kind in (string[])["offer", "call"])
        {
            var of = totals.Where(total => total.Key.EndsWith(kind, StringComparison.Ordinal) && !NotRead.Contains(total.Key[..^(kind.Length + 1)])).Select(total => total.Value).ToList();
            var (hits, misses, extras) = (of.Sum(one => one.Hits), of.Sum(one => one.Misses), of.Sum(one => one.Extras));
            Console.WriteLine($"{kind}s: recall {100.0 * hits / Math.Max(1, hits + misses):f1} %, precision {100.0 * hits / Math.Max(1, hits + extras):f1} % of {hits + misses}");
        }
    }

    private static void Judge(GitSandbox sandbox, string clone, string name, string kind, List<string[]> rows, List<string> scopes, SortedDictionary<string, (int Hits, int Misses, int Extras)> totals)
    {
        string[] arguments = kind == "offer" ? ["endpoints", "--json"] : ["endpoints", "--calls", "--json"];
        var answer = JsonNode.Parse(sandbox.Run(clone, PublishedExecutable.Path, arguments).Succeeded().Output)!.AsArray();
        // Where the truth names files, the file counts as well.
        var hasFiles = rows.TrueForAll(row => row.Length > 5);
        var found = answer.Select(row => new Item(row!["method"]!.GetValue<string>(), Shape(row["path"]!.GetValue<string>()), row["file"]!.GetValue<string>(), row["framework"]!.GetValue<string>()))
            .Where(item => scopes.Count == 0 || (scopes.Exists(scope => !scope.StartsWith('!') && item.File.StartsWith(scope, StringComparison.Ordinal)) && !scopes.Exists(scope => scope.StartsWith('!') && item.File.StartsWith(scope[1..], StringComparison.Ordinal))))
            .Select(item => hasFiles && !(kind == "offer" && item.Method == "RPC") ? item : item with { File = "" }).DistinctBy(item => item.Key).ToList();
        // Copies of a description lie in many places.
        var wanted = rows.Select(row => new Item(row[3], Shape(row[4]), hasFiles && !(kind == "offer" && row[3] == "RPC") ? row[5] : "", row[0]) { IsOpen = row.Length > 6 && row[6].Contains("unsure", StringComparison.Ordinal) }).Where(item => item.Method != "-").DistinctBy(item => item.Key).ToList();
        var keys = found.Select(item => item.Key).ToHashSet();
        var known = wanted.Select(item => item.Key).ToHashSet();
        // What its reader was not sure of counts neither way.
        var missing = wanted.Where(item => !item.IsOpen && !keys.Contains(item.Key)).ToList();
        // "?" says that it is not known, which is not wrong.
        var more = found.Where(item => !known.Contains(item.Key) && item.Path[0] != '?').ToList();
        foreach (var group in wanted.Where(item => !item.IsOpen).GroupBy(item => item.Framework))
            Add($"{group.Key} {kind}", (group.Count() - group.Count(missing.Contains), group.Count(missing.Contains), 0));
        foreach (var item in more)
            Add($"{item.Framework} {kind}", (0, 0, 1));
        var sure = wanted.Count(item => !item.IsOpen);
        Console.WriteLine($"{name,-42} {kind,-6} {sure - missing.Count,3} of {sure,3}, {more.Count} too many");
        missing.ForEach(item => Console.WriteLine($"    missed    {item.Method} {item.Path} {item.File} ({item.Framework})"));
        more.ForEach(item => Console.WriteLine($"    too many  {item.Method} {item.Path} {item.File} ({item.Framework})"));

        void Add(string key, (int Hits, int Misses, int Extras) one)
        {
            var sum = totals.GetValueOrDefault(key);
            totals[key] = (sum.Hits + one.Hits, sum.Misses + one.Misses, sum.Extras + one.Extras);
        }
    }

    private static string Shape(string path) => Parameter().Replace(path, "{}").ToLowerInvariant() is var shape && shape.Length > 1 ? shape.TrimEnd('/') : shape;

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    private sealed record Item(string Method, string Path, string File, string Framework)
    {
        public bool IsOpen { get; init; }

        public string Key => $"{Method} {Path} {File}";
    }
}
