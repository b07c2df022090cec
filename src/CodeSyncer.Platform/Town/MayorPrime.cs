using System.Globalization;
using System.Text;
using CodeSyncer.Core.Context;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Town;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Platform.Town;

/// <summary>What the mayor is told at the start: what it can do, how the town stands, what needs it.</summary>
public static class MayorPrime
{
    private const int Most = 10;

    public static string Render(TownWorkspace town)
    {
        var status = new TownReader(town).Read();
        var index = town.Store.Index();
        var text = new StringBuilder($"# Town {Line(status.Name)}\n\n## You are the mayor\n\n");
        text.Append(
            """
            You plan, give work to others and watch it; you write no code yourself. What you do, you do with `codesyncer`:

            - plan: `bead create TITLE --description TEXT [--dep blocks:ID] [--parent ID]`, `convoy create NAME ID...`
            - give: `sling BEAD... RIG` starts a worker agent (a polecat) for each; `--when-ready` for beads that wait for others
            - watch: `town status`, `polecat list`, `convoy list`, `queue list`, `mail inbox`
            - talk: `mail send --to RIG/polecats/NAME --subject S --body B`
            - answer: `escalate list`, `escalate ack ID`; a bead that was set aside goes on after `bead update ID --status open` and a new sling
            - mend: `town recover` (safe at any time)

            Work is done when it has landed: the merge queue does that, and closes the bead. Do not close beads of others, and do not poll: mail tells you.


            """.ReplaceLineEndings("\n"));
        Needs(text, status, town, index);
        State(text, status, index, town);
        return text.ToString();
    }

    private static void Needs(StringBuilder text, TownStatus status, TownWorkspace town, LedgerIndex index)
    {
        var mail = Mailroom.Inbox(index, AgentAddress.Mayor, isAll: false).Where(message => message.Type != Escalation.Type).ToList();
        var stranded = status.Convoys.Where(convoy => convoy.Status == ConvoyStatus.Stranded).ToList();
        var problems = status.Rigs.Where(rig => rig.Problem is not null).ToList();
        if (status.Escalations.Count + mail.Count + stranded.Count + problems.Count == 0 && !status.IsStopped)
        {
            text.Append("## Nothing needs you\n\n");
            return;
        }

        text.Append("## What needs you\n\n");
        if (status.IsStopped)
            text.Append("- The town is stopped: `codesyncer town start` goes on.\n");
        foreach (var escalation in status.Escalations.Take(Most))
            text.Append(CultureInfo.InvariantCulture, $"- {Line(escalation.Id)} {Line(escalation.Severity)}, {Age(town.Now - escalation.CreatedAt)} old: {Line(escalation.Message.Subject)}\n");
        More(text, status.Escalations.Count, "escalate list");
        foreach (var convoy in stranded)
            text.Append($"- Convoy {Line(convoy.Convoy.Id)} \"{Line(convoy.Convoy.Name)}\" is stranded: `convoy show {Line(convoy.Convoy.Id)}`\n");
        foreach (var rig in problems)
            text.Append($"- Rig {Line(rig.Settings.Name)}: {Line(rig.Problem!)}\n");
        text.Append('\n').Append(PrimeBrief.Mail(mail, 400));
        if (mail.Count > 0)
            text.Append('\n');
    }

    private static void State(StringBuilder text, TownStatus status, LedgerIndex index, TownWorkspace town)
    {
        text.Append("## The town\n\n");
        foreach (var rig in status.Rigs)
            text.Append(CultureInfo.InvariantCulture, $"- Rig {Line(rig.Settings.Name)}: {rig.Working} of {rig.Polecats} polecats at work, {rig.Crew} crew, {rig.Queued} in the queue, lands on `{rig.Settings.Target}`\n");
        foreach (var agent in status.Agents.Where(agent => agent.Bead is not null).Take(30))
            text.Append($"- {Line(agent.Name)}: {agent.State}, {Line(agent.Bead!.Id)} \"{Line(agent.Bead.Title)}\"\n");
        foreach (var convoy in status.Convoys.Take(Most))
            text.Append(CultureInfo.InvariantCulture, $"- Convoy {Line(convoy.Convoy.Id)} \"{Line(convoy.Convoy.Name)}\": {convoy.Done} of {convoy.Total} done, {convoy.Status.ToString().ToLowerInvariant()}\n");
        var ready = index.Beads(new BeadQuery { ReadyAt = town.Now, Limit = Most + 1 });
        if (ready.Count > 0)
            text.Append("\n## Ready to be slung\n\n");
        foreach (var bead in ready.Take(Most))
            text.Append(CultureInfo.InvariantCulture, $"- {Line(bead.Id)} {Line(bead.Title)} (priority {bead.Priority}{(bead.Fields.String("rig") is { Length: > 0 } rig ? $", {Line(rig)}" : "")})\n");
        More(text, ready.Count, "bead ready");
    }

    private static void More(StringBuilder text, int count, string verb)
    {
        if (count > Most)
            text.Append($"- and more: `codesyncer {verb}`\n");
    }

    private static string Age(TimeSpan age) => age.TotalHours >= 1 ? $"{(int)age.TotalHours} h" : $"{Math.Max(0, (int)age.TotalMinutes)} min";

    private static string Line(string text) => MarkdownText.Inline(text);
}
