namespace CodeSyncer.Core.Agents.Dialects;

/// <summary>The files that a patch in Codex's own form touches. Source of the form: the published instructions of its <c>apply_patch</c> tool.</summary>
internal static class PatchPaths
{
    public const string Begin = "*** Begin Patch";

    private static readonly string[] Marks = ["*** Add File: ", "*** Update File: ", "*** Delete File: ", "*** Move to: "];

    /// <summary>Whether it deletes or moves a file.</summary>
    public static bool TakesAway(string text) => text.Contains(Marks[2], StringComparison.Ordinal) || text.Contains(Marks[3], StringComparison.Ordinal);

    public static IEnumerable<string> In(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            foreach (var mark in Marks)
            {
                if (line.StartsWith(mark, StringComparison.Ordinal) && line[mark.Length..].Trim() is { Length: > 0 } path)
                    yield return path;
            }
        }
    }
}
