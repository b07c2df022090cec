namespace CodeSyncer.Core.Tags;

/// <summary>Finds the tags of one file.</summary>
public static class TagScanner
{
    /// <summary>
    /// Whether the bytes can hold a tag at all (any encoding): a vectorised search, no decoding.
    /// Independent of the file's name, so that its answer can be cached by blob id.
    /// </summary>
    public static bool MayHoldTags(ReadOnlySpan<byte> content)
    {
        _ = content;
        return false;
    }

    /// <summary>The tags of a file, in the order of their places, with <see cref="Tag.Path"/> empty.</summary>
    /// <param name="path">Path within the repository, with <c>/</c>; only its name matters, for the language.</param>
    /// <param name="content">The bytes of the file. Binary content yields nothing; bad bytes are replaced.</param>
    public static IReadOnlyList<Tag> Scan(string path, ReadOnlySpan<byte> content)
    {
        _ = path;
        _ = content;
        return [];
    }
}
