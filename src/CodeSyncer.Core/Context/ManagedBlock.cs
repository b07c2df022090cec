using System.Globalization;
using System.Text;
using CodeSyncer.Core.Errors;

namespace CodeSyncer.Core.Context;

/// <summary>
/// A versioned section between a BEGIN and an END line in a file that belongs to someone else. Works on bytes: what
/// stands outside stays as it is, byte for byte, whatever its encoding, line ends or byte order mark, and
/// <see cref="Remove"/> gives back the very bytes that <see cref="Put"/> was given.
/// </summary>
public sealed class ManagedBlock
{
    private readonly byte[] _begin;
    private readonly byte[] _end;
    private readonly string _suffix;

    private ManagedBlock(string prefix, string suffix, int version)
    {
        _begin = Encoding.ASCII.GetBytes($"{prefix} BEGIN codesyncer ");
        _end = Encoding.ASCII.GetBytes($"{prefix} END codesyncer{suffix}");
        _suffix = suffix;
        Version = version;
    }

    /// <summary>The version that <see cref="Put"/> writes; it never replaces a newer one.</summary>
    public int Version { get; }

    /// <summary>A block between lines that begin with <c>#</c>: shell, YAML, git's exclude file.</summary>
    public static ManagedBlock Hash(int version) => new("#", "", version);

    /// <summary>A block between HTML comments.</summary>
    public static ManagedBlock Markdown(int version) => new("<!--", " -->", version);

    /// <summary>Where the block stands; null where the file holds none.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="name">The file as messages call it.</param>
    /// <exception cref="CodeSyncerException">The markers do not pair, stand there twice, or the file is UTF-16.</exception>
    public BlockPlace? Find(ReadOnlySpan<byte> content, string name)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw ErrorTexts.BlockInUtf16(name);
        BlockPlace? found = null;
        int? open = null;
        var version = 0;
        var offset = content.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (offset < content.Length)
        {
            var length = content[offset..].IndexOf((byte)'\n');
            var line = (length < 0 ? content[offset..] : content.Slice(offset, length)).TrimEnd(" \t\r"u8);
            if (VersionOf(line) is { } named)
            {
                if (open is not null || found is not null)
                    throw ErrorTexts.BrokenBlock(name, "a second BEGIN line");
                open = offset;
                version = named;
            }
            else if (line.SequenceEqual(_end))
            {
                if (open is null)
                    throw ErrorTexts.BrokenBlock(name, "an END line without its BEGIN line");
                found = new BlockPlace(open.Value, offset + line.Length, version);
                open = null;
            }

            if (length < 0)
                break;
            offset += length + 1;
        }

        return open is null ? found : throw ErrorTexts.BrokenBlock(name, "a BEGIN line without its END line");
    }

    /// <summary>The lines inside the block, each ended by LF; null where the file holds none.</summary>
    public string? Body(ReadOnlySpan<byte> content, string name)
    {
        if (Find(content, name) is not { } place)
            return null;
        var text = Encoding.UTF8.GetString(content[place.Start..place.End]).ReplaceLineEndings("\n");
        return text[(text.IndexOf('\n') + 1)..(text.LastIndexOf('\n') + 1)];
    }

    /// <summary>
    /// The file with the block: in the place where it stood, else at <paramref name="position"/> (a line's start or
    /// the end of the file; the end by default). The file is given back unchanged where its block is of a newer version.
    /// The body's lines end with LF; the file's own line end is written.
    /// </summary>
    public byte[] Put(ReadOnlySpan<byte> content, string body, string name, int? position = null)
    {
        var found = Find(content, name);
        var lineEnd = LineEndOf(content[(found?.Start ?? 0)..]);
        var text = Encoding.UTF8.GetBytes(
            (Encoding.ASCII.GetString(_begin) + Version.ToString(CultureInfo.InvariantCulture) + _suffix + "\n" + body)
            .ReplaceLineEndings(lineEnd) + Encoding.ASCII.GetString(_end));
        if (found is { } place)
            return place.Version > Version ? content.ToArray() : [.. content[..place.Start], .. text, .. content[place.End..]];

        var at = position ?? content.Length;
        var unended = at > 0 && content[at - 1] != (byte)'\n' && !IsOnlyMark(content[..at]);
        var lineEndBytes = Encoding.ASCII.GetBytes(lineEnd);
        // A file without a last line end gets a block without one: that is how Remove knows.
        return unended
            ? [.. content[..at], .. lineEndBytes, .. text, .. content[at..]]
            : [.. content[..at], .. text, .. lineEndBytes, .. content[at..]];
    }

    /// <summary>The file without the block; the same bytes where it holds none.</summary>
    public byte[] Remove(ReadOnlySpan<byte> content, string name)
    {
        if (Find(content, name) is not { } place)
            return content.ToArray();
        var before = content[..place.Start];
        var after = content[place.End..];
        var spaces = after.Length - after.TrimStart(" \t"u8).Length;
        if (after[spaces..].StartsWith("\r\n"u8))
            after = after[(spaces + 2)..];
        else if (after[spaces..].StartsWith("\n"u8))
            after = after[(spaces + 1)..];
        else if (before.EndsWith("\r\n"u8) && LineEndOf(content[place.Start..]) == "\r\n")
            before = before[..^2];
        else if (before.EndsWith("\n"u8))
            before = before[..^1];
        return [.. before, .. after];
    }

    private static bool IsOnlyMark(ReadOnlySpan<byte> content) => content.SequenceEqual("\uFEFF"u8);

    private static string LineEndOf(ReadOnlySpan<byte> content)
    {
        var first = content.IndexOf((byte)'\n');
        return first > 0 && content[first - 1] == (byte)'\r' ? "\r\n" : "\n";
    }

    private int? VersionOf(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith(_begin))
            return null;
        var rest = Encoding.ASCII.GetString(line[_begin.Length..]);
        return rest.EndsWith(_suffix, StringComparison.Ordinal)
            && int.TryParse(rest[..(rest.Length - _suffix.Length)], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : null;
    }
}
