using System.Text;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Platform.Cache;

/// <summary>The tags of one blob as bytes: a count, then per tag two numbers and its strings, each with its length.</summary>
internal static class TagCodec
{
    public static byte[] Encode(IReadOnlyList<Tag> tags)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write7BitEncodedInt(tags.Count);
        foreach (var tag in tags)
        {
            writer.Write7BitEncodedInt(tag.Line);
            writer.Write7BitEncodedInt(tag.EndLine);
            writer.Write(tag.HasExplicitId);
            foreach (var text in Strings(tag))
                Write(writer, text);
        }

        writer.Flush();
        return stream.ToArray();
    }

    public static int Count(ReadOnlySpan<byte> bytes) => new SpanReader(bytes).Number();

    public static Tag[] Decode(ReadOnlySpan<byte> bytes, string path)
    {
        var reader = new SpanReader(bytes);
        var tags = new Tag[reader.Number()];
        var words = WordTable.OfThisThread;
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = new Tag
            {
                Line = reader.Number(),
                EndLine = reader.Number(),
                HasExplicitId = reader.Number() != 0,
                Id = reader.Text()!,
                Kind = reader.Word(words)!,
                Text = reader.Text()!,
                Language = reader.Word(words)!,
                Prefix = reader.Word(words)!,
                Date = reader.Word(words),
                Note = reader.Text(),
                By = reader.Text(),
                Supersedes = reader.Text(),
                Expires = reader.Text(),
                Status = reader.Text(),
                Anchor = reader.Text(),
                Path = path,
            };
        }

        return tags;
    }

    private static IEnumerable<string?> Strings(Tag tag) =>
    [
        tag.Id, tag.Kind, tag.Text, tag.Language, tag.Prefix,
        tag.Date, tag.Note, tag.By, tag.Supersedes, tag.Expires, tag.Status, tag.Anchor,
    ];

    /// <summary>Length + 1, then UTF-8; 0 stands for null.</summary>
    private static void Write(BinaryWriter writer, string? text)
    {
        if (text is null)
        {
            writer.Write7BitEncodedInt(0);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write7BitEncodedInt(bytes.Length + 1);
        writer.Write(bytes);
    }

    private ref struct SpanReader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _rest = bytes;

        public int Number()
        {
            var value = 0;
            for (var shift = 0; shift < 35; shift += 7)
            {
                var next = _rest[0];
                _rest = _rest[1..];
                value |= (next & 0x7F) << shift;
                if ((next & 0x80) == 0)
                    return value;
            }

            throw new InvalidDataException("number too long");
        }

        public string? Text() => TryBytes(out var bytes) ? Encoding.UTF8.GetString(bytes) : null;

        /// <summary>A text that stands in many tags: one string for all of them.</summary>
        public string? Word(WordTable words) => TryBytes(out var bytes) ? words.TextOf(bytes) : null;

        private bool TryBytes(out ReadOnlySpan<byte> bytes)
        {
            var length = Number() - 1;
            bytes = length > 0 ? _rest[..length] : default;
            _rest = length > 0 ? _rest[length..] : _rest;
            return length >= 0;
        }
    }
}
