using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Tests.Context;

/// <summary>Tags as they are found, for tests of what is said of them.</summary>
internal static class TagSamples
{
    public static Tag Of(string kind, string path, string text, string? date = null, int line = 1) => new()
    {
        Id = $"{kind}-{path}-{line}-{text.Length}",
        Kind = kind,
        Path = path,
        Text = text,
        Date = date,
        Line = line,
        EndLine = line,
        Language = "C#",
        Prefix = "codesyncer",
    };
}
