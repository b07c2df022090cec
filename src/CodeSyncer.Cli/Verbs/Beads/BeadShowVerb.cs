using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Ready;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Ledger.Index;
using CodeSyncer.Platform.Records;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs.Beads;

/// <summary><c>bead show</c>.</summary>
internal static class BeadShowVerb
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("id") { Description = "Ids, parts of ids that only one bead has, or what stands in external_ref.", Arity = ArgumentArity.OneOrMore };
        return new Command("show", "Shows all that a bead says, and what it waits for.") { ids }.OnLedger((result, session) =>
        {
            var beads = result.GetValue(ids)!.Select(session.FindBead).ToList();
            var scope = TownScope.OfLedger(session.Place);
            if (result.WantsJson())
            {
                Terminal.WriteJson(writer => BeadShowJson.Write(writer, [.. beads.Select(bead => (bead, BeadTraces.Of(scope, bead)))]));
                return 0;
            }

            foreach (var bead in beads)
            {
                Print(bead, session.Store.Index());
                foreach (var trace in BeadTraces.Of(scope, bead))
                    Print(trace);
            }

            return 0;
        });
    }

    private static void Print(Bead bead, LedgerIndex index)
    {
        void Line(string text) => Console.Out.WriteLine(SafeText.ForTerminal(text));
        void Field(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                Line($"  {name,-12} {value}");
        }

        void Text(string name, string? text)
        {
            if (string.IsNullOrEmpty(text))
                return;
            Line($"  {name}");
            foreach (var line in text.Split('\n'))
                Line("    " + line.TrimEnd('\r'));
        }

        Line($"{bead.Id}  {bead.Title}");
        Field("status", $"{bead.Status}, P{bead.Priority}, {bead.IssueType}");
        Field("assignee", bead.Assignee);
        Field("claimed", bead.Claim is { } claim ? $"by {claim.Agent} in {claim.WorkTree} since {claim.Since}" : null);
        Field("labels", string.Join(", ", bead.Labels));
        Field("external_ref", bead.Fields.String("external_ref"));
        Field("created", $"{bead.Fields.String("created_at")} by {bead.Fields.String("created_by") ?? "?"}");
        Field("updated", bead.Fields.String("updated_at"));
        Field("closed", bead.ClosedAt is null ? null : $"{bead.Fields.String("closed_at")}{(bead.CloseReason is { } reason ? $": {reason}" : "")}");
        Field("deferred", bead.Fields.String("defer_until"));
        foreach (var edge in bead.Dependencies)
            Field(edge.Type, $"{edge.DependsOnId}  {TitleOf(index, edge.DependsOnId)}");
        foreach (var child in index.ChildrenOf(bead.Id))
            Field("child", $"{child.Id}  {child.Title} ({child.Status})");
        foreach (var blocker in Blockers(index, bead.Id))
            Field("blocked by", blocker);
        Text("description", bead.Description);
        Text("design", bead.Fields.String("design"));
        Text("acceptance", bead.Fields.String("acceptance_criteria"));
        Text("notes", bead.Fields.String("notes"));
        foreach (var comment in bead.Comments)
            Text($"{comment.Author}, {comment.Fields.String("created_at")}", comment.Text);
    }

    /// <summary>Where the code and its history name the bead.</summary>
    private static void Print(BeadTrace trace)
    {
        void Line(string name, string text) => Console.Out.WriteLine(SafeText.ForTerminal($"  {name,-12} {text}"));
        foreach (var tag in trace.Tags)
            Line("tag", $"{ScopeText.Place(trace.Rig, tag.Path)}:{tag.Line}  {tag.Kind} {tag.Text.Replace('\n', ' ')}");
        foreach (var branch in trace.Branches)
            Line("branch", ScopeText.Place(trace.Rig, branch));
        foreach (var commit in trace.Commits)
            Line("commit", $"{(trace.Rig.Length == 0 ? "" : trace.Rig + " ")}{commit.Commit[..9]}  {commit.AuthoredAt:yyyy-MM-dd}  {commit.Author}  {commit.Subject}");
    }

    private static string TitleOf(LedgerIndex index, string id) =>
        index.Item(LedgerPath.Beads, id) is { } fields ? new Bead(fields) is var bead ? $"{bead.Title} ({bead.Status})" : "" : "(not in this ledger)";

    private static IEnumerable<string> Blockers(LedgerIndex index, string id)
    {
        var (nodes, edges) = index.Graph([id]);
        return BlockedSet.Compute(nodes, edges).Reasons(id).Select(reason =>
            $"{reason.Id} ({reason.Type}{(reason.Children.Count > 0 ? ": " + string.Join(", ", reason.Children) : "")})");
    }
}
