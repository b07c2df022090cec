namespace CodeSyncer.Core.Errors;

/// <summary>Error texts of convoys: what failed, the value, what to do.</summary>
public static class ConvoyErrors
{
    public static CodeSyncerException BadName(string name) => new(ErrorKind.BadInput, "BadConvoyName",
        $"'{LedgerErrors.Shown(name)}' is no name of a convoy", "a name has 1 to 500 bytes of text in one line");

    public static CodeSyncerException Unknown(string part) => new(ErrorKind.BadInput, "UnknownConvoy",
        $"there is no convoy '{LedgerErrors.Shown(part)}'", "see the ids with 'convoy list'");

    public static CodeSyncerException Ambiguous(string part, IReadOnlyList<string> candidates) => new(ErrorKind.BadInput, "AmbiguousConvoy",
        $"'{LedgerErrors.Shown(part)}' may be any of {candidates.Count} convoys: {LedgerErrors.Listed(candidates)}", "name one of them in full");

    public static CodeSyncerException NotInConvoy(string bead, string convoy) => new(ErrorKind.BadInput, "NotInConvoy",
        $"bead '{LedgerErrors.Shown(bead)}' is not in convoy '{convoy}'", $"see what is in it with 'convoy show {convoy}'");

    /// <param name="cycle">From a bead back to itself, each depending on the next.</param>
    public static CodeSyncerException Cycle(IReadOnlyList<string> cycle) => new(ErrorKind.BadInput, "ConvoyCycle",
        $"these beads could never be finished, they depend on each other in a circle: {string.Join(" -> ", cycle.Count <= 12 ? cycle : [.. cycle.Take(6), "...", .. cycle.TakeLast(5)])}",
        "remove one of these dependencies with 'bead dep remove'; nothing was changed");
}
