using System.Globalization;
using System.Text;

namespace CodeSyncer.Platform.Git;

/// <summary>Who wrote which line, and when: one <c>git blame</c> a file for all of its lines, a few files at a time.</summary>
/// <param name="revision">A commit; null: the work tree, or the index.</param>
/// <param name="staged">Lines are counted in what is staged.</param>
public sealed class Blame(GitRepository repository, string? revision = null, bool staged = false)
{
    /// <summary>git reads history from the disk: more at a time only wait for each other.</summary>
    private static readonly int AtATime = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>The origin of each place, in the order given; null for a line that is in no commit.</summary>
    /// <param name="places">Paths relative to the root with <c>/</c>, and 1-based lines.</param>
    public IReadOnlyList<BlameLine?> Of(IReadOnlyList<(string Path, int Line)> places, CancellationToken cancel = default)
    {
        var origins = new BlameLine?[places.Count];
        // What is no commit (a tree) has no history to ask.
        var commit = revision is null ? null : repository.Git().TryText("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        if (revision is not null && commit is null)
            return origins;
        var files = Enumerable.Range(0, places.Count).GroupBy(i => places[i].Path, StringComparer.Ordinal).ToList();
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancel }, file =>
        {
            var lines = OfFile(file.Key, commit, [.. file.Select(i => places[i].Line).Distinct()]);
            foreach (var i in file)
                origins[i] = lines.GetValueOrDefault(places[i].Line);
        });
        return origins;
    }

    private Dictionary<int, BlameLine> OfFile(string path, string? commit, int[] lines)
    {
        List<string> arguments = ["blame", "--porcelain", .. lines.SelectMany(line => new[] { "-L", $"{line},{line}" })];
        byte[]? content = null;
        if (staged)
        {
            var (found, blob, _) = repository.Git().Run(null, "cat-file", "blob", ":" + path);
            if (found != 0)
                return [];
            content = blob;
            arguments.AddRange(["--contents", "-"]);
        }

        if (commit is not null)
            arguments.Add(commit);
        // An untracked file, or one that changed meanwhile, is in no commit: git says so with its exit code.
        var (code, output, _) = repository.Git().Run(content, [.. arguments, "--", path]);
        return code == 0 ? Parse(Encoding.UTF8.GetString(output)) : [];
    }

    /// <summary>
    /// Source of the format: git-blame(1), "The porcelain format". A header line of id, line there and line here; fields of the commit, the
    /// first time that it is met; the line itself behind a tab.
    /// </summary>
    private static Dictionary<int, BlameLine> Parse(string output)
    {
        var origins = new Dictionary<int, BlameLine>();
        var commits = new Dictionary<string, BlameLine>(StringComparer.Ordinal);
        var (id, here, author, seconds) = ("", 0, "", 0L);
        foreach (var line in output.Split('\n'))
        {
            var space = line.IndexOf(' ');
            var value = line[(space + 1)..];
            if (line.StartsWith('\t'))
            {
                if (id.Trim('0').Length > 0)
                    origins[here] = commits[id];
                id = "";
            }
            else if (id.Length == 0)
            {
                var header = line.Split(' ');
                if (header.Length >= 3)
                    (id, here) = (header[0], int.Parse(header[2], CultureInfo.InvariantCulture));
            }
            else if (line.StartsWith("author ", StringComparison.Ordinal))
            {
                author = value;
            }
            else if (line.StartsWith("author-time ", StringComparison.Ordinal))
            {
                seconds = long.Parse(value, CultureInfo.InvariantCulture);
            }
            else if (line.StartsWith("author-tz ", StringComparison.Ordinal))
            {
                commits[id] = new BlameLine(id, author, DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(Offset(value)));
            }
        }

        return origins;
    }

    internal static DateTimeOffset TimeOf(long seconds, string zone) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(Offset(zone));

    /// <summary><c>+0930</c>; what .NET cannot hold as an offset is shown in UTC.</summary>
    private static TimeSpan Offset(string text)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return TimeSpan.Zero;
        var offset = new TimeSpan(number / 100, number % 100, 0);
        return offset.Duration() <= TimeSpan.FromHours(14) ? offset : TimeSpan.Zero;
    }
}
