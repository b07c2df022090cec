using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Cli.Verbs.Ledger;

/// <summary>The convoy that a person names, and its beads.</summary>
internal static class ConvoyBeads
{
    public static string IdOf(LedgerIndex index, string part)
    {
        var ids = index.Resolve(LedgerPath.Convoys, part);
        return ids.Count switch
        {
            1 => ids[0],
            0 => throw ConvoyErrors.Unknown(part),
            _ => throw ConvoyErrors.Ambiguous(part, ids),
        };
    }

    public static IReadOnlyList<string> Of(LedgerIndex index, string part) => index.Item(LedgerPath.Convoys, IdOf(index, part))!.StringList("beads");
}
