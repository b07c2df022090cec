using System.Text;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Context;

/// <summary>
/// CURRENT.md, and what <c>prime</c> says: where we left off on this branch. The most relevant comes first, so that a
/// budget cuts what matters least.
/// </summary>
public static class CurrentDocument
{
    public const string Name = "CURRENT.md";

    private const int MostPaths = 100;

    /// <summary>Characters of one tag where a budget holds: so that a long one leaves room for the next.</summary>
    private const int LongestInBudget = 600;

    /// <param name="budget">Characters at most; what did not fit is counted in the last line of its section.</param>
    /// <param name="brief">What the ledger and the saved work say, as Markdown; it stands before the tags.</param>
    /// <param name="alsoHere">Paths, of files or folders, that the work is about though the branch has not changed them yet.</param>
    public static string Render(
        CurrentWork work, IReadOnlyList<Tag> tags, string linkPrefix, int budget = int.MaxValue, string brief = "", IReadOnlyCollection<string>? alsoHere = null)
    {
        var document = new BudgetedText(budget);
        var longest = budget < int.MaxValue ? LongestInBudget : int.MaxValue;
        document.Add(work.Heading ?? $"# Current work\n\n{Heading(work)}\n");
        if (brief.Length > 0)
            document.Add($"\n{brief}");
        var supersession = new Supersession(tags);
        var changed = work.Changes.Select(change => change.Path).ToHashSet(StringComparer.Ordinal);
        var areas = changed.Select(FolderOf).ToHashSet(StringComparer.Ordinal);
        var alive = tags.Where(tag => !supersession.IsSuperseded(tag)).ToList();
        var near = alive.Where(tag => changed.Contains(tag.Path) || areas.Contains(FolderOf(tag.Path)) || IsAmong(alsoHere, tag.Path)).ToList();
        var sorted = near.OrderBy(tag => changed.Contains(tag.Path) ? 0 : areas.Contains(FolderOf(tag.Path)) ? 1 : 2)
            .ThenBy(tag => tag.Path, StringComparer.Ordinal)
            .ThenByDescending(tag => tag.Date ?? "", StringComparer.Ordinal)
            .ThenBy(tag => tag.Text, StringComparer.Ordinal).ThenBy(tag => tag.Id, StringComparer.Ordinal).ToList();
        document.Section("Rules here", Lines(sorted, IsRule, linkPrefix, longest));
        document.Section("Decisions here", Lines(sorted, IsDecision, linkPrefix, longest));
        document.Section("Open here", Lines(sorted, tag => !IsRule(tag) && !IsDecision(tag), linkPrefix, longest));
        document.Section("Changed", Changes(work.Changes, linkPrefix));
        // What a budget leaves goes to the rest of the repository; without one that has documents of its own.
        if ((near.Count == 0 || budget < int.MaxValue) && alive.Count > 0)
        {
            var rest = near.Count == 0 ? alive : [.. alive.Except(near)];
            document.Section($"Rules of {work.Whole}", Lines(Everywhere(rest.FindAll(IsRule)), IsRule, linkPrefix, longest));
            if (budget < int.MaxValue)
                document.Section($"Decisions of {work.Whole}", Lines(Everywhere(rest.FindAll(IsDecision)), IsDecision, linkPrefix, longest));
        }

        return document.ToString();
    }

    private static bool IsAmong(IReadOnlyCollection<string>? paths, string path) =>
        paths?.Any(wanted => path == wanted || path.StartsWith(wanted.TrimEnd('/') + "/", StringComparison.Ordinal)) == true;

    private static IReadOnlyList<Tag> Everywhere(IEnumerable<Tag> tags) =>
        [.. tags.OrderBy(tag => tag.Path.Count(letter => letter == '/')).ThenBy(tag => tag.Path, StringComparer.Ordinal)
            .ThenBy(tag => tag.Text, StringComparer.Ordinal).Take(MostPaths)];

    private static string Heading(CurrentWork work)
    {
        var where = work.Branch is null ? "On no branch (detached HEAD)" : $"On `{work.Branch.Replace('`', '\'')}`";
        if (work.Since is null)
            return $"{where}. There is nothing to compare it with yet.";
        var since = MarkdownText.Inline(work.Since);
        return work.Changes.Count == 0
            ? $"{where}. Nothing differs from {since}."
            : $"{where}. Changes are counted from {since}.";
    }

    private static bool IsDecision(Tag tag) => tag.Kind is TagKind.Decision or TagKind.Alternative or TagKind.Tradeoff;

    private static bool IsRule(Tag tag) =>
        tag.Kind is TagKind.Rule or TagKind.Context or TagKind.Why or TagKind.Pattern or TagKind.Reference;

    private static List<string> Lines(IReadOnlyList<Tag> tags, Func<Tag, bool> wanted, string linkPrefix, int longest) =>
        [.. tags.Where(wanted).Select(tag => TagLine.Render(tag, LabelOf(tag), linkPrefix, longest: Math.Min(longest, TagLine.LongestText)))];

    private static string? LabelOf(Tag tag) =>
        tag.Kind is TagKind.Rule or TagKind.Decision ? null : MarkdownText.Inline(tag.Kind);

    private static List<string> Changes(IReadOnlyList<PathChange> changes, string linkPrefix)
    {
        var lines = changes.Take(MostPaths).Select(change => Line(change, linkPrefix)).ToList();
        if (changes.Count > MostPaths)
            lines.Add($"and {changes.Count - MostPaths} more");
        return lines;
    }

    private static string Line(PathChange change, string linkPrefix) => change.Kind switch
    {
        PathChangeKind.Deleted => $"~~{MarkdownText.Inline(change.Path)}~~ (deleted)",
        PathChangeKind.Added => MarkdownText.FileLink(change.Path, linkPrefix) + " (new)",
        _ => MarkdownText.FileLink(change.Path, linkPrefix),
    };

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";
}
