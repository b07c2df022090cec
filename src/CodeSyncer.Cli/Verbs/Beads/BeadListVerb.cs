using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Cli.Verbs.Beads;

/// <summary><c>bead list</c>.</summary>
internal static class BeadListVerb
{
    public static Command Create()
    {
        var statuses = new Option<string[]>("--status", "-s") { Description = "Only of this status ('all': any); may be repeated. Without it: all but closed and deleted ones.", HelpName = "S" };
        var type = new Option<string?>("--type", "-t") { HelpName = "T" };
        var assignee = new Option<string?>("--assignee", "-a") { HelpName = "A" };
        var labels = new Option<string[]>("--label", "-l") { Description = "Must be there; may be repeated.", HelpName = "L" };
        var convoy = new Option<string?>("--convoy") { Description = "Only those of this convoy.", HelpName = "ID" };
        var text = new Option<string?>("--text") { Description = "Only those that hold this text.", HelpName = "X" };
        var limit = BeadText.Limit();
        return new Command("list", "Lists beads, the most urgent first.") { statuses, type, assignee, labels, convoy, text, limit }.OnLedger((result, session) =>
        {
            var index = session.Index();
            var wanted = result.GetValue(statuses) ?? [];
            var query = new BeadQuery
            {
                Statuses = wanted.Length == 0 || wanted.Contains("all") ? null : wanted,
                AnyStatus = wanted.Contains("all"),
                Type = result.GetValue(type),
                Assignee = result.GetValue(assignee),
                Labels = result.GetValue(labels) ?? [],
                Ids = result.GetValue(convoy) is { } part ? index.Item(LedgerPath.Convoys, session.FindConvoy(part))!.StringList("beads") : null,
                Text = result.GetValue(text),
            };
            BeadText.Print(index, query, result.GetValue(limit), result.WantsJson());
            return 0;
        });
    }
}
