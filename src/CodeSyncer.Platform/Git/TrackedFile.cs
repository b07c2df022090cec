namespace CodeSyncer.Platform.Git;

/// <summary>One file of an index or a tree; the arrays that its offsets point into belong to <see cref="TrackedFiles"/>.</summary>
public readonly struct TrackedFile
{
    internal int PathStart { get; init; }

    internal int PathLength { get; init; }

    internal int IdStart { get; init; }

    /// <summary>Git's mode: 0100644, 0100755, 0120000 (symbolic link), 0160000 (submodule).</summary>
    public required uint Mode { get; init; }

    /// <summary>0, or 1-3 in a conflict.</summary>
    public byte Stage { get; init; }

    /// <summary>Not in the work tree on purpose (sparse checkout).</summary>
    public bool SkipWorkTree { get; init; }

    /// <summary>Told to be left alone (<c>git update-index --assume-unchanged</c>): git does not look at the file.</summary>
    public bool AssumeUnchanged { get; init; }

    /// <summary>Only announced (<c>git add -N</c>): its blob is empty.</summary>
    public bool IntentToAdd { get; init; }

    /// <summary>Seconds since 1970 of the file's last change when git saw it last; 0 where unknown.</summary>
    public uint ModifiedSeconds { get; init; }

    public uint ModifiedNanoseconds { get; init; }

    /// <summary>Size of the file in the work tree, in bytes, modulo 2^32.</summary>
    public uint Size { get; init; }

    public bool IsRegular => (Mode & 0xF000) == 0x8000;
}
