using System.Globalization;
using CodeSyncer.Platform.Ledger.Storage;

namespace CodeSyncer.Platform.Ledger;

/// <summary>Packs a ledger's objects; writers and readers go on meanwhile.</summary>
public static class LedgerUpkeep
{
    /// <summary>What is younger than this may belong to a change that is being written.</summary>
    private const string Spared = "--expire=1.hour.ago";

    /// <summary>The number of files that hold objects, and their size in KiB, before and after.</summary>
    public static (LedgerSize Before, LedgerSize After) Optimize(LedgerRepository ledger)
    {
        var before = SizeOf(ledger);
        if (!ledger.Exists)
            return (before, before);
        var git = ledger.Git();
        git.Text("repack", "-a", "-d", "-q");
        git.Text("prune-packed", "-q");
        git.Text("prune", Spared);
        git.Text("pack-refs", "--all");
        return (before, SizeOf(ledger));
    }

    private static LedgerSize SizeOf(LedgerRepository ledger)
    {
        if (!ledger.Exists)
            return default;
        var fields = ledger.Git().Text("count-objects", "-v").Split('\n').Select(line => line.Split(": "))
            .ToDictionary(field => field[0], field => long.Parse(field[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new LedgerSize(fields["count"] + fields["in-pack"], fields["count"], fields["packs"], fields["size"] + fields["size-pack"]);
    }
}
