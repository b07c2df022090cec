using System.CommandLine;

namespace CodeSyncer.Cli.Verbs.Beads;

/// <summary><c>bead</c>: work items and what depends on what.</summary>
internal static class BeadVerb
{
    public static Command Create() => new("bead", "Work items: what is to be done, by whom, and what waits for what.")
    {
        BeadCreateVerb.Create(),
        BeadShowVerb.Create(),
        BeadListVerb.Create(),
        BeadReadyVerb.Create(),
        BeadClaimVerb.Claim(),
        BeadClaimVerb.Release(),
        BeadUpdateVerb.Create(),
        BeadStateVerbs.Close(),
        BeadStateVerbs.Reopen(),
        BeadStateVerbs.Comment(),
        BeadStateVerbs.Label(),
        BeadStateVerbs.Delete(),
        BeadDependencyVerb.Create(),
        BeadExchangeVerbs.Import(),
        BeadExchangeVerbs.Export(),
    };
}
