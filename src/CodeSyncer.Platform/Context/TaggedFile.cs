using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Cache;

namespace CodeSyncer.Platform.Context;

/// <summary>A file that holds tags; they stay encoded until somebody asks for them.</summary>
public sealed class TaggedFile(string path, byte[] encoded)
{
    public string Path { get; } = path;

    internal byte[] Encoded { get; } = encoded;

    public int Count => TagCodec.Count(Encoded);

    public IReadOnlyList<Tag> Tags => TagCodec.Decode(Encoded, Path);
}
