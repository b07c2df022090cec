using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeSyncer.Testing;

namespace CodeSyncer.Benchmarks;

/// <summary>
/// Precision and recall of <c>endpoints</c> on public projects: <c>accuracy FOLDER</c> reads the clones in a folder and compares them with
/// EndpointTruth.tsv. The truth of the RealWorld applications is the specification that all of them implement; what else they offer was read by eye.
/// </summary>
internal static partial class EndpointAccuracy
{
    public static void Run(string folder)
    {
        var truth = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "EndpointTruth.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .ToLookup(row => row[1], row => (Framework: row[0], Kind: row[2], Method: row[3], Path: row[4]));
        var (hits, misses, extras) = (0, 0, 0);
        using var sandbox = new GitSandbox();
        foreach (var repository in truth)
        {
            var clone = Path.Combine(folder, repository.Key);
            if (!Directory.Exists(clone))
            {
                Console.WriteLine($"{repository.Key,-42} not there");
                continue;
            }

            var answer = JsonNode.Parse(sandbox.Run(clone, PublishedExecutable.Path, ["endpoints", "--json"]).Succeeded().Output)!.AsArray();
            var found = answer.Select(row => (Method: row!["method"]!.GetValue<string>(), Path: Shape(row["path"]!.GetValue<string>()))).Where(row => row.Method is not ("QUERY" or "MUTATION" or "SUBSCRIPTION")).Distinct().ToList();
            var wanted = repository.Select(row => (row.Method, Path: Shape(row.Path))).Distinct().ToList();
            var missing = wanted.Where(row => !found.Contains(row)).ToList();
            var more = found.Where(row => !wanted.Contains(row)).ToList();
            hits += wanted.Count - missing.Count;
            misses += missing.Count;
            extras += more.Count;
            Console.WriteLine($"{repository.Key,-42} {repository.First().Framework,-14} {wanted.Count - missing.Count,3} of {wanted.Count,3}, {more.Count} too many");
            missing.ForEach(row => Console.WriteLine($"    missed    {row.Method} {row.Path}"));
            more.ForEach(row => Console.WriteLine($"    too many  {row.Method} {row.Path}"));
        }

        Console.WriteLine($"recall {100.0 * hits / Math.Max(1, hits + misses):f1} %, precision {100.0 * hits / Math.Max(1, hits + extras):f1} % of {hits + misses} routes");
    }

    private static string Shape(string path) => Parameter().Replace(path, "{}").ToLowerInvariant();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
