using CodeSyncer.Core.Context;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Records;

/// <summary>Finds what explains a place: the tags on it, on what encloses it, in the file, the folder, the repository.</summary>
public static class NearTags
{
    /// <summary>All tags of use, nearest first; what was replaced stands behind what replaced it.</summary>
    /// <param name="tags">Of the whole repository.</param>
    /// <param name="path">Relative to the root, with <c>/</c>; empty: the repository itself.</param>
    /// <param name="line">1-based; null: the whole file or folder.</param>
    /// <param name="text">The file; null: a folder, or it cannot be read.</param>
    public static IReadOnlyList<NearTag> Of(IReadOnlyList<Tag> tags, string path, int? line, string? text)
    {
        var supersession = new Supersession(tags);
        var lines = text?.ReplaceLineEndings("\n").Split('\n') ?? [];
        var outline = new CodeOutline(lines);
        var blocks = line is { } asked && asked <= lines.Length ? outline.Around(asked) : [];
        var near = new List<NearTag>();
        foreach (var tag in tags.Where(tag => !supersession.IsSuperseded(tag)))
        {
            if (PlaceOf(tag, path, line, lines, outline, blocks) is var (place, levels))
                near.Add(new NearTag(tag, place, levels, [.. supersession.ReplacedBy(tag)]));
        }

        return [.. near.OrderBy(tag => tag.Place).ThenBy(tag => tag.Levels).ThenBy(tag => Weight(tag.Tag.Kind)).ThenByDescending(tag => tag.Tag.Date, StringComparer.Ordinal)
            .ThenBy(tag => tag.Tag.Path, StringComparer.Ordinal).ThenBy(tag => tag.Tag.Line)];
    }

    private static (Nearness Place, int Levels)? PlaceOf(Tag tag, string path, int? line, string[] lines, CodeOutline outline, List<CodeBlock> blocks)
    {
        if (path.Length == 0)
            return (Nearness.Repository, tag.Path.Count(c => c == '/'));
        if (path.EndsWith('/') || (lines.Length == 0 && IsBelow(tag.Path, path)))
            return IsBelow(tag.Path, path.TrimEnd('/')) ? (Nearness.Folder, tag.Path.Count(c => c == '/') - path.TrimEnd('/').Count(c => c == '/') - 1) : Above(tag, path);
        if (tag.Path != path)
            return FolderOf(tag.Path) == FolderOf(path) && tag.Kind is not (TagKind.Todo or TagKind.Work or TagKind.Inference) ? (Nearness.Folder, 0) : Above(tag, path);
        if (line is not { } asked)
            return (Nearness.File, 0);
        var anchor = AnchorLine(tag, lines);
        var declared = anchor > tag.EndLine ? outline.DeclaredAt(anchor) : anchor;
        if ((asked >= tag.Line && asked <= tag.EndLine) || asked == anchor || (asked > tag.EndLine && asked <= declared))
            return (Nearness.Line, 0);
        // The tag stands on the head of a block that holds the line, or opens that block.
        var level = declared == 0 ? -1 : blocks.FindIndex(block => block.From == declared || (anchor == tag.Line && block.From == tag.Line));
        if (level < 0)
            level = blocks.FindIndex(block => outline.Opens(block, tag.Line, tag.EndLine, anchor));
        return level >= 0 ? (Nearness.Enclosing, level) : (Nearness.File, Math.Abs(tag.Line - asked));
    }

    /// <summary>Rules and contexts of a folder above hold for all below it, where they stand in no code: in a document there, or at the root.</summary>
    private static (Nearness, int)? Above(Tag tag, string path)
    {
        var folder = FolderOf(tag.Path);
        return tag.Kind is TagKind.Rule or TagKind.Context && (folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal)) && tag.Language == "Markdown"
            ? (Nearness.Repository, 0) : null;
    }

    /// <summary>The line of the code that the tag stands on; 0: there is none.</summary>
    private static int AnchorLine(Tag tag, string[] lines)
    {
        if (tag.Anchor is null)
            return 0;
        var start = tag.Anchor.Length > 40 ? tag.Anchor[..40] : tag.Anchor;
        if (tag.Line <= lines.Length && lines[tag.Line - 1].TrimStart().StartsWith(start, StringComparison.Ordinal))
            return tag.Line;
        for (var i = tag.EndLine; i < lines.Length; i++)
        {
            if (lines[i].Contains(start, StringComparison.Ordinal))
                return i + 1;
        }

        return 0;
    }

    private static bool IsBelow(string path, string folder) => folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";

    private static int Weight(string kind) => kind switch
    {
        TagKind.Rule => 0,
        TagKind.Decision => 1,
        TagKind.Why => 2,
        TagKind.Todo or TagKind.Work => 5,
        TagKind.Inference => 4,
        _ => 3,
    };
}
