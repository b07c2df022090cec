using System.Globalization;
using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Scopes;

namespace CodeSyncer.Cli.Verbs;

/// <summary>One screen for a watched town: a line a rig with what it holds, when it changed last and how long the sync took; below them the last news. Drawn at news only.</summary>
internal sealed class WatchScreen(ScopeWatch watch)
{
    private const int MostNews = 10;

    private readonly Dictionary<string, (WatchReport Report, DateTime At)> _last = new(StringComparer.Ordinal);
    private readonly List<string> _news = [];

    public void Run(CancellationToken cancel)
    {
        Draw();
        watch.Run(Take, Fail, cancel);
        Console.Out.WriteLine();
    }

    private void Take(WatchReport report)
    {
        _last[report.Rig] = (report, DateTime.Now);
        var written = report.Result.Documents.Where(document => document.State == DocumentState.Written).Select(document => document.Name).ToList();
        if (written.Count > 0)
            Add($"{(report.Rig.Length == 0 ? "town" : report.Rig)}: wrote {string.Join(", ", written)}");
        Draw();
    }

    private void Fail(string rig, CodeSyncerException error)
    {
        Add($"{(rig.Length == 0 ? "town" : rig)}: {error.Message}: {error.Hint}");
        Draw();
    }

    private void Add(string text)
    {
        _news.Add($"{Time(DateTime.Now)}  {text}");
        if (_news.Count > MostNews)
            _news.RemoveAt(0);
    }

    private void Draw()
    {
        var scope = watch.Scope;
        var screen = new StringBuilder("\u001b[H\u001b[2J");
        void Line(string text) => screen.Append(SafeText.ForTerminal(text)).Append('\n');
        Line($"{scope.Town}: {scope.Rigs.Count} rigs watched; Ctrl+C ends it");
        Line("");
        var width = Math.Max(4, scope.Rigs.Select(rig => rig.Rig.Length).DefaultIfEmpty(4).Max());
        foreach (var rig in scope.Rigs)
        {
            Line(_last.TryGetValue(rig.Rig, out var last)
                ? $"  {rig.Rig.PadRight(width)}  {last.Report.Result.TagCount,6} tags in {last.Report.Result.FileCount,5} files   seen {Time(last.At)} in {last.Report.Took.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms"
                : $"  {rig.Rig.PadRight(width)}  reading...");
        }

        foreach (var (rig, problem) in scope.Missing)
            Line($"  {rig.PadRight(width)}  {problem}");
        if (_last.TryGetValue("", out var town))
            Line($"  {"town".PadRight(width)}  {string.Join(", ", town.Report.Result.Documents.Select(document => document.Name))}   seen {Time(town.At)} in {town.Report.Took.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms");
        Line("");
        _news.ForEach(Line);
        Console.Out.Write(screen);
        Console.Out.Flush();
    }

    private static string Time(DateTime time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
