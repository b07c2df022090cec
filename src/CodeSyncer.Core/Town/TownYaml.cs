namespace CodeSyncer.Core.Town;

/// <summary>Changes <c>town.yml</c> as a text: all that others wrote in it stays, byte for byte.</summary>
public static class TownYaml
{
    public static string New(string name) => $"""
        # A town of CodeSyncer: its rigs, and what runs in it. Commands stand here or in your own
        # configuration, never in a repository. All keys are in the README.
        name: {Quote(name)}

        rigs:

        """.ReplaceLineEndings("\n");

    /// <summary>Adds an entry at the end of <c>rigs</c>.</summary>
    public static string AddRig(string text, RigSettings rig)
    {
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = Lines(text);
        var entry = new List<string> { $"  {rig.Name}:", $"    path: {Quote(rig.Path)}" };
        if (rig.Remote is { } remote)
            entry.Add($"    remote: {Quote(remote)}");
        entry.Add($"    target: {Quote(rig.Target)}");
        var head = lines.FindIndex(line => line.StartsWith("rigs:", StringComparison.Ordinal));
        if (head < 0)
        {
            lines.Add("rigs:");
            head = lines.Count - 1;
        }

        lines.InsertRange(EndOf(lines, head), entry);
        return string.Join(end, lines) + end;
    }

    /// <summary>Takes an entry out again.</summary>
    public static string RemoveRig(string text, RigSettings rig)
    {
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = Lines(text);
        var first = rig.Line - 1;
        lines.RemoveRange(first, EndOf(lines, first) - first);
        return string.Join(end, lines) + end;
    }

    private static List<string> Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').ToList();
        if (lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    /// <summary>The line behind the last one that is indented deeper than this one; comments and empty lines at the end are not its own.</summary>
    private static int EndOf(List<string> lines, int head)
    {
        var indent = Indent(lines[head]);
        var last = head;
        for (var i = head + 1; i < lines.Count; i++)
        {
            var trimmed = lines[i].Trim();
            if (trimmed.Length == 0 || (trimmed[0] == '#' && Indent(lines[i]) <= indent))
                continue;
            if (Indent(lines[i]) <= indent)
                break;
            last = i;
        }

        return last + 1;
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    /// <summary>A YAML text in double quotes.</summary>
    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
