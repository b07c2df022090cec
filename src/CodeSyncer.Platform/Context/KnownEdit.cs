namespace CodeSyncer.Platform.Context;

/// <summary>One file of the work tree with other tags than the index holds for it; no file there: <see cref="Gone"/>.</summary>
internal sealed record KnownEdit(string Path, FileStamp Stamp, byte[] Encoded)
{
    public static readonly FileStamp Gone = new(0, -1);

    public bool IsGone => Stamp == Gone;
}
