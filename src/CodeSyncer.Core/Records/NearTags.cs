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
        var blocks = line is { } asked && asked <= lines.Length ? Blocks(lines, asked) : [];
        var near = new List<NearTag>();
        foreach (var tag in tags.Where(tag => !supersession.IsSuperseded(tag)))
        {
            if (PlaceOf(tag, path, line, lines, blocks) is var (place, levels))
                near.Add(new NearTag(tag, place, levels, [.. supersession.ReplacedBy(tag)]));
        }

        return [.. near.OrderBy(tag => tag.Place).ThenBy(tag => tag.Levels).ThenBy(tag => Weight(tag.Tag.Kind)).ThenByDescending(tag => tag.Tag.Date, StringComparer.Ordinal)
            .ThenBy(tag => tag.Tag.Path, StringComparer.Ordinal).ThenBy(tag => tag.Tag.Line)];
    }

    private static (Nearness Place, int Levels)? PlaceOf(Tag tag, string path, int? line, string[] lines, List<(int From, int To)> blocks)
    {
        if (path.Length == 0 || path.EndsWith('/') || (lines.Length == 0 && IsBelow(tag.Path, path)))
            return IsBelow(tag.Path, path.TrimEnd('/')) ? (tag.Path.Count(c => c == '/') - path.TrimEnd('/').Count(c => c == '/') > 1 ? (Nearness.Folder, 0) : (Nearness.File, 0)) : Above(tag, path);
        if (tag.Path != path)
            return FolderOf(tag.Path) == FolderOf(path) && tag.Kind is not (TagKind.Todo or TagKind.Work or TagKind.Inference) ? (Nearness.Folder, 0) : Above(tag, path);
        if (line is not { } asked)
            return (Nearness.File, 0);
        var anchor = AnchorLine(tag, lines);
        if ((asked >= tag.Line && asked <= tag.EndLine) || asked == anchor || (anchor > tag.EndLine && asked > tag.EndLine && asked < anchor))
            return (Nearness.Line, 0);
        // The tag stands on the head of a block that holds the line.
        for (var level = 0; level < blocks.Count; level++)
        {
            if (blocks[level].From == anchor || (blocks[level].From == tag.Line && anchor == tag.Line))
                return (Nearness.Enclosing, level);
        }

        // Or it is the first thing in that block.
        for (var level = 0; level < blocks.Count; level++)
        {
            var (from, to) = blocks[level];
            if (tag.Line > from && tag.Line < to && IsFirst(lines, from, tag.Line))
                return (Nearness.Enclosing, level);
        }

        return (Nearness.File, Math.Abs(tag.Line - asked));
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

    /// <summary>
    /// The blocks around a line, innermost first, told by indentation: the same for every language. A block begins at the nearest line above that
    /// is indented less, and ends before the next one below that is indented no more than that.
    /// </summary>
    private static List<(int From, int To)> Blocks(string[] lines, int asked)
    {
        var blocks = new List<(int, int)>();
        var at = asked - 1;
        var indent = IndentOf(lines[at]);
        // On an empty line the next line with text says how deep it is.
        for (var next = at; indent < 0 && next < lines.Length; next++)
            indent = IndentOf(lines[next]);
        // A line that heads a block itself is its own first block.
        for (var i = at - 1; i >= 0 && indent > 0; i--)
        {
            var own = IndentOf(lines[i]);
            // A closing bracket and an opening brace on its own line head nothing.
            if (own < 0 || own >= indent || !lines[i].Any(char.IsLetterOrDigit) && !IsOpening(lines[i]))
                continue;
            indent = own;
            var head = IsOpening(lines[i]) ? HeadOf(lines, i) : i;
            var end = i + 1;
            while (end < lines.Length && (IndentOf(lines[end]) < 0 || IndentOf(lines[end]) > own))
                end++;
            blocks.Add((head + 1, end + 1));
            i = Math.Min(i, head);
        }

        return blocks;
    }

    private static bool IsOpening(string line) => line.AsSpan().Trim() is "{";

    /// <summary>The brace on its own line belongs to the line of code above it.</summary>
    private static int HeadOf(string[] lines, int brace)
    {
        var indent = IndentOf(lines[brace]);
        for (var i = brace - 1; i >= 0; i--)
        {
            if (IndentOf(lines[i]) == indent)
                return i;
            if (IndentOf(lines[i]) >= 0 && IndentOf(lines[i]) < indent)
                break;
        }

        return brace;
    }

    private static bool IsFirst(string[] lines, int from, int tagLine)
    {
        for (var i = from; i < tagLine - 1 && i < lines.Length; i++)
        {
            var text = lines[i].AsSpan().Trim();
            if (text.Length > 0 && text is not ("{" or "\"\"\"") && !text.StartsWith("//") && !text.StartsWith("#") && !text.StartsWith("*") && !text.StartsWith("/*"))
                return false;
        }

        return true;
    }

    private static int IndentOf(string line)
    {
        var indent = 0;
        foreach (var c in line)
        {
            if (c == ' ')
                indent++;
            else if (c == '\t')
                indent += 4;
            else
                return indent;
        }

        return -1;
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
