using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Cache;

namespace CodeSyncer.Platform.Context;

/// <summary>A file that holds tags; they stay encoded until somebody asks for them.</summary>
public sealed class TaggedFile(string path, ReadOnlyMemory<byte> encoded)
{
    private Tag[]? _tags;

    public string Path { get; } = path;

    internal ReadOnlyMemory<byte> Encoded { get; } = encoded;

    public int Count => TagCodec.Count(Encoded.Span);

    public IReadOnlyList<Tag> Tags => _tags ??= TagCodec.Decode(Encoded.Span, Path);
}
