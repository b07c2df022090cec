using System.CommandLine;
using CodeSyncer.Cli.Verbs;
using CodeSyncer.Cli.Verbs.Agents;
using CodeSyncer.Cli.Verbs.Beads;
using CodeSyncer.Cli.Verbs.Convoys;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Cli.Verbs.Mails;
using CodeSyncer.Cli.Verbs.Town;
using CodeSyncer.Cli.Verbs.Work;

namespace CodeSyncer.Cli;

/// <summary>The verbs in the order of the help.</summary>
internal static class AllVerbs
{
    public static IEnumerable<Command> Create() =>
    [
        InitVerb.Create(),
        UninstallVerb.Create(),
        DoctorVerb.Create(),
        SyncVerb.Create(),
        TagsVerb.Create("tags", "Lists the tags.", null),
        TagsVerb.Create("decisions", "Lists the decisions.", Core.Tags.TagKind.Decision),
        WhyVerb.Create(),
        FindVerb.Create(),
        EndpointsVerb.Create(),
        LintVerb.Create(),
        PrimeVerb.Create(),
        WatchVerb.Create(),
        BeadVerb.Create(),
        ConvoyVerb.Create(),
        MailVerb.Create(),
        AgentVerb.Create(),
        WorkVerb.Create(),
        LedgerVerb.Create(),
        HandoffVerb.Create(),
        TownVerb.Create(),
        RigVerb.Create(),
        CrewVerb.Create(),
        PolecatVerb.Create(),
        SlingVerb.Create(),
        DoneVerb.Create(),
        QueueVerb.Create(),
        EscalateVerb.Create(),
        HookVerb.Create(),
        EventVerb.Create(),
    ];
}
