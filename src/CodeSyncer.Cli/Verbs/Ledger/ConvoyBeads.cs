using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Cli.Verbs.Ledger;

/// <summary>The beads of a convoy that a person names.</summary>
internal static class ConvoyBeads
{
    public static IReadOnlyList<string> Of(LedgerIndex index, string part)
    {
        var ids = index.Resolve(LedgerPath.Convoys, part);
        return ids.Count == 1 ? index.Item(LedgerPath.Convoys, ids[0])!.StringList("beads") : throw LedgerErrors.UnknownConvoy(part, ids);
    }
}
