using CodeSyncer.Core.Source;

namespace CodeSyncer.Core.Tags;

/// <summary>Finds the tags of one file.</summary>
public static class TagScanner
{
    /// <summary>
    /// Whether the bytes can hold a tag at all (any encoding): a vectorised search, no decoding.
    /// Independent of the file's name, so that its answer can be cached by blob id.
    /// </summary>
    public static bool MayHoldTags(ReadOnlySpan<byte> content) => TagBytes.MayHoldTags(content);

    /// <summary>The tags of a file, in the order of their places, with <see cref="Tag.Path"/> empty.</summary>
    /// <param name="path">Path within the repository, with <c>/</c>; only its name matters, for the language.</param>
    /// <param name="content">The bytes of the file. Binary content yields nothing; bad bytes are replaced.</param>
    public static IReadOnlyList<Tag> Scan(string path, ReadOnlySpan<byte> content)
    {
        if (!MayHoldTags(content) || !SourceText.TryDecode(content, out string text)) return [];
        if (LanguageCatalog.ForFile(path, FirstLine(text)) is not { } language) return [];
        return Read(text, CommentLexer.Lex(text, language, TagMark.LastPrefix(text)), language.Name);
    }

    /// <summary>Only comments that hold a prefix are looked at, each once: the rest of the file costs a search for the sign.</summary>
    private static List<Tag> Read(string text, List<Comment> comments, string language)
    {
        var tags = new List<Tag>();
        var table = new LineTable(text);
        var anchors = new Anchors(text, table, comments);
        int comment = 0;
        for (int at = TagMark.NextPrefix(text, 0); at >= 0; at = TagMark.NextPrefix(text, at))
        {
            while (comment < comments.Count && comments[comment].ContentEnd <= at) comment++;
            if (comment == comments.Count) break;
            if (at < comments[comment].ContentStart)
            {
                at = comments[comment].ContentStart;
                continue;
            }

            var run = CommentRun.Read(text, table, comments, comment);
            new RunReader(run, anchors, language).Read(tags);
            comment = run.LastComment + 1;
            at = run.End;
        }

        return tags;
    }

    private static ReadOnlySpan<char> FirstLine(string text)
    {
        int end = text.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? text : text.AsSpan(0, end);
    }
}
