using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Interchange;

namespace CodeSyncer.Platform.Ledger;

/// <summary>Takes the records of a file over into a ledger.</summary>
public static class LedgerImport
{
    /// <param name="source">Its name, for messages.</param>
    /// <param name="dryRun">Only say what would happen.</param>
    /// <exception cref="CodeSyncerException">The file has problems, each named with its line; nothing was changed.</exception>
    public static ImportResult Run(LedgerStore store, Actor actor, JsonlFile file, string source, bool dryRun) => dryRun
        ? store.Look(actor, change => BeadsImport.Import(change, file, source))
        : store.Change(actor, (change, _) => BeadsImport.Import(change, file, source));
}
