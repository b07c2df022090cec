using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.PowerShell.Output;

/// <summary>What Optimize-Ledger came to.</summary>
public sealed class LedgerPacking
{
    internal LedgerPacking(LedgerSize before, LedgerSize after, string repository)
    {
        Objects = after.Objects;
        LooseBefore = before.Loose;
        Loose = after.Loose;
        Packs = after.Packs;
        BytesBefore = before.KiB * 1024;
        Bytes = after.KiB * 1024;
        Repository = repository;
    }

    /// <summary>All git objects of the ledger.</summary>
    public long Objects { get; }

    /// <summary>Objects in a file of their own.</summary>
    public long LooseBefore { get; }

    public long Loose { get; }

    public long Packs { get; }

    /// <summary>On disk, in whole KiB.</summary>
    public long BytesBefore { get; }

    public long Bytes { get; }

    public string Repository { get; }
}
