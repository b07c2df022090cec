namespace CodeSyncer.Core.Source;

/// <summary>Reads the first line of a script: <c>#!/usr/bin/env -S python3 -u</c>.</summary>
internal static class Shebang
{
    /// <summary>The interpreter's name without folder and version (<c>python3.12</c> is <c>python</c>), or null.</summary>
    public static string? Interpreter(ReadOnlySpan<char> firstLine)
    {
        if (!firstLine.StartsWith("#!"))
            return null;

        var end = firstLine.IndexOfAny('\r', '\n');
        var line = firstLine[2..(end < 0 ? firstLine.Length : end)];
        foreach (var range in line.SplitAny(' ', '\t'))
        {
            var word = line[range];
            var name = word[(word.LastIndexOfAny('/', '\\') + 1)..];
            if (name.IsEmpty || name is "env" || name[0] == '-' || name.Contains('='))
                continue;

            name = name.TrimEnd("0123456789.-");
            return name.IsEmpty ? null : name.ToString();
        }

        return null;
    }
}
