namespace CodeSyncer.Cli.Verbs.Ledger;

/// <summary>A file that a verb takes, or standard input under the name <c>-</c>.</summary>
internal static class InputFile
{
    public static byte[] Read(string name, string start)
    {
        if (name != "-")
            return File.ReadAllBytes(Path.GetFullPath(name, start));
        using var input = Console.OpenStandardInput();
        using var content = new MemoryStream();
        input.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>By its name; what comes from standard input is JSONL where it begins with a brace.</summary>
    public static bool IsMarkdown(string name, ReadOnlySpan<byte> content) => name == "-"
        ? content.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..]
        : Path.GetExtension(name).ToLowerInvariant() is ".md" or ".markdown" or ".txt";
}
