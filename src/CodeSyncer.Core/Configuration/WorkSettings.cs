namespace CodeSyncer.Core.Configuration;

/// <summary>How much of an agent's work is saved, and for how long.</summary>
public sealed record WorkSettings
{
    /// <summary>Bytes of the largest file that a save takes; a larger one is named in the save, not stored.</summary>
    public long MaxFile { get; init; } = 50L << 20;

    /// <summary>Bytes of the files that one save newly stores; what goes beyond is named, not stored.</summary>
    public long MaxSave { get; init; } = 500L << 20;

    /// <summary>Days after which a save goes.</summary>
    public int KeepDays { get; init; } = 14;

    /// <summary>Saves of one agent and work tree that stay; older ones go.</summary>
    public int KeepSaves { get; init; } = 200;

    /// <summary>
    /// Globs of files that are never stored unless asked: the defaults, then what the configuration adds. The last match
    /// decides, within matched folders too, and upper and lower case are one.
    /// </summary>
    public IReadOnlyList<string> Secrets { get; init; } = DefaultSecrets.Globs;
}
