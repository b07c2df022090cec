using System.Text;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Context;

/// <summary>What the tags say about files that are about to be edited: those in the files first, then the rules beside them.</summary>
public static class PathAdvice
{
    /// <summary>Characters at most.</summary>
    public const int MostCharacters = 2900;

    /// <summary>Characters of one tag: a longer one is cut, so that the first is never left out.</summary>
    private const int LongestText = 800;

    private const int LongestPath = 100;

    /// <summary>Kept free for the line that says what was left out.</summary>
    private const int Reserve = LongestPath + 40;

    /// <summary>Empty: nothing is on record.</summary>
    /// <param name="tags">Of the whole repository.</param>
    /// <param name="paths">Relative to the root, with <c>/</c>.</param>
    public static string Render(IReadOnlyList<Tag> tags, IReadOnlyList<string> paths)
    {
        var wanted = paths.ToHashSet(StringComparer.Ordinal);
        var supersession = new Supersession(tags);
        var alive = tags.Where(tag => !supersession.IsSuperseded(tag)).ToList();
        var here = alive.Where(tag => wanted.Contains(tag.Path) && tag.Kind != TagKind.Work).OrderBy(Weight).ThenByDescending(tag => tag.Date ?? "", StringComparer.Ordinal).ThenBy(tag => tag.Line);
        var beside = alive.Where(tag => tag.Kind == TagKind.Rule && !wanted.Contains(tag.Path) && paths.Any(path => FolderOf(path) == FolderOf(tag.Path)))
            .OrderBy(tag => tag.Path, StringComparer.Ordinal).ThenBy(tag => tag.Line);
        List<Tag> all = [.. here, .. beside];
        if (all.Count == 0)
            return "";
        var text = new StringBuilder($"On record for {string.Join(", ", paths.Take(5).Select(Code))} (tags in its comments: keep to them; to change a decision, ask, then add a new one that supersedes it):\n");
        for (var i = 0; i < all.Count; i++)
        {
            var line = $"- {TagLine.Render(all[i], all[i].Kind, "", longest: LongestText)}\n";
            if (text.Length + line.Length > MostCharacters - Reserve)
            {
                text.Append($"- and {all.Count - i} more: `codesyncer tags {(paths[0].Length > LongestPath ? "PATH" : paths[0])}`\n");
                break;
            }

            text.Append(line);
        }

        return text.Length <= MostCharacters ? text.ToString() : text.ToString(0, MostCharacters);
    }

    private static string Code(string path) => $"`{(path.Length > LongestPath ? "…" + path[^(LongestPath - 1)..] : path).Replace('`', '\'')}`";

    private static int Weight(Tag tag) => tag.Kind switch
    {
        TagKind.Rule => 0,
        TagKind.Decision => 1,
        TagKind.Inference or TagKind.Todo => 3,
        _ => 2,
    };

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";
}
