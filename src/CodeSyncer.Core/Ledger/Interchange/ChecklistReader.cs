using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Core.Ledger.Interchange;

/// <summary>
/// Beads from a Markdown checklist: <c>- [ ] title</c> is one, <c>[x]</c> is done already, items indented below it are its
/// children, other text indented below it is its description. Headings and prose say nothing; code fences are skipped.
/// Source: task list items, GitHub Flavored Markdown 0.29, section 5.3.
/// </summary>
public static class ChecklistReader
{
    private const int TabWidth = 4;

    public static IReadOnlyList<BeadDraft> Read(string markdown)
    {
        var root = new Item(-1, "", false);
        var open = new Stack<Item>([root]);
        string? fence = null;
        foreach (var raw in markdown.Split('\n'))
        {
            var line = raw.TrimEnd();
            var text = line.TrimStart();
            if (text.StartsWith("```", StringComparison.Ordinal) || text.StartsWith("~~~", StringComparison.Ordinal))
                fence = fence is null ? text[..3] : text.StartsWith(fence, StringComparison.Ordinal) ? null : fence;
            else if (fence is null && ReadItem(text, out var title, out var isDone))
            {
                var item = new Item(Indent(line), title, isDone);
                while (open.Peek().Indent >= item.Indent)
                    open.Pop();
                open.Peek().Children.Add(item);
                open.Push(item);
                continue;
            }

            // Text that stands no deeper than an item ends it; a blank line alone does not.
            while (text.Length > 0 && open.Peek().Indent >= Indent(line))
                open.Pop();
            if (open.Peek() != root && (text.Length > 0 || open.Peek().Text.Count > 0))
                open.Peek().Text.Add(text);
        }

        return [.. root.Children.Select(item => item.ToDraft())];
    }

    private static bool ReadItem(string text, out string title, out bool isDone)
    {
        (title, isDone) = ("", false);
        var marker = text.Length > 0 && text[0] is '-' or '*' or '+' ? 1 : OrderedMarker(text);
        var rest = marker > 0 && marker < text.Length && text[marker] == ' ' ? text[marker..].TrimStart() : "";
        if (rest.Length < 4 || rest[0] != '[' || rest[1] is not (' ' or 'x' or 'X') || rest[2] != ']' || rest[3] is not (' ' or '\t'))
            return false;
        (title, isDone) = (rest[4..].Trim(), rest[1] != ' ');
        return title.Length > 0;
    }

    private static int OrderedMarker(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= 9 && text[digits] is '.' or ')' ? digits + 1 : 0;
    }

    private static int Indent(string line)
    {
        var column = 0;
        foreach (var c in line)
        {
            if (c is not (' ' or '\t'))
                break;
            column += c == '\t' ? TabWidth - (column % TabWidth) : 1;
        }

        return column;
    }

    private sealed class Item(int indent, string title, bool isDone)
    {
        public int Indent { get; } = indent;

        public List<Item> Children { get; } = [];

        public List<string> Text { get; } = [];

        public BeadDraft ToDraft()
        {
            var description = string.Join('\n', Text).Trim();
            return new BeadDraft(title)
            {
                IsClosed = isDone,
                Fields = description.Length == 0 ? [] : [new BeadEdit("description", description)],
                Children = [.. Children.Select(child => child.ToDraft())],
            };
        }
    }
}
