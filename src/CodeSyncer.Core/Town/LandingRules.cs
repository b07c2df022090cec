using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.Core.Town;

/// <summary>What becomes of work that was handed in: it lands, or it goes back. Each rule acts only on the very commit that was judged.</summary>
public static class LandingRules
{
    /// <summary>Work that comes back more often than this needs a person.</summary>
    public const int MostReturns = 3;

    /// <summary>Closes a bead whose commit is in the target, which is proven from git; tells who waits for its convoy, once.</summary>
    /// <param name="head">The commit that was handed in.</param>
    /// <param name="landed">The commit of the target that holds it.</param>
    /// <param name="convoys">Those that hold the bead.</param>
    /// <returns>The convoys that are complete by this; null: somebody else was faster.</returns>
    public static IReadOnlyList<Convoy>? Land(LedgerChange change, string bead, string head, string landed, IEnumerable<Convoy> convoys, BeadIdSource ids)
    {
        if (change.ReadBead(bead) is not { IsClosed: false, IsTombstone: false } before || Submission.Of(before) is not { } submission || submission.Head != head)
            return null;
        var after = before.Without(Submission.Key, Dispatch.Key)
            .WithRaw("landing", submission.ToFields().With("commit", landed).With("landed_at", change.Now).ToCompact());
        BeadRules.Save(change, before, after, $"land {bead} in {submission.Rig}/{submission.Target}");
        BeadRules.Close(change, bead, $"landed in {submission.Target} as {landed[..Math.Min(10, landed.Length)]}");
        var complete = new List<Convoy>();
        foreach (var convoy in convoys)
        {
            if (change.Read(LedgerPath.Convoy(convoy.Id)) is not { } fields || fields.Has("landed_at") || !new Convoy(fields).Beads.All(id => change.ReadBead(id) is null or { IsClosed: true } or { IsTombstone: true }))
                continue;
            var now = new Convoy(fields.With("landed_at", change.Now).With("updated_at", LedgerClock.After(new Convoy(fields).UpdatedAt, change)));
            change.Write(LedgerPath.Convoy(now.Id), now.Fields);
            change.Note($"convoy {now.Id} has landed");
            if (now.CreatedBy is { } creator)
                TownMail.Send(change, creator, $"Convoy {now.Name} has landed", $"All {now.Beads.Count} beads of {now.Id} are done.", MailTypes.Notification, MailPriority.Normal, ids);
            complete.Add(now);
        }

        return complete;
    }

    /// <summary>Gives work back to the polecat that did it, or to another, on the same branch; too often: to a person.</summary>
    /// <param name="reason">One line.</param>
    /// <param name="log">What the gate or git said.</param>
    public static Bead? SendBack(LedgerChange change, string bead, string head, string reason, string log, BeadIdSource ids)
    {
        if (change.ReadBead(bead) is not { IsClosed: false } before || Submission.Of(before) is not { } submission || submission.Head != head)
            return null;
        var returns = (before.Fields.Int("returns") ?? 0) + 1;
        var counted = before.WithRaw("returns", JsonFields.Empty.With("n", returns).Raw("n")!.Value);
        if (returns > MostReturns)
        {
            SpawnRules.SetAside(change, counted, $"It came back {returns} times; the last time: {reason}\n\n{Tail(log)}", ids);
            return change.ReadBead(bead);
        }

        var wish = new Dispatch(submission.Rig, AgentAddress.TryParse(submission.Agent)?.IsPolecat == true ? submission.Agent : null, null, submission.Branch, $"Your work on this bead came back: {reason}", change.Now);
        var isPolecat = AgentAddress.TryParse(submission.Agent)?.IsPolecat == true;
        var open = BeadRules.WithStatus(change, counted, isPolecat ? BeadStatus.Open : BeadStatus.Hooked).Without(Submission.Key);
        open = isPolecat ? open.Without("assignee").WithRaw(Dispatch.Key, wish.ToFields().ToCompact()) : open;
        TownMail.Send(change, submission.Agent, $"{bead} came back: {reason}", $"Branch '{submission.Branch}' did not land in '{submission.Target}'.\n\n{Tail(log)}", MailTypes.Task, 1, ids);
        return BeadRules.Save(change, before, open, $"send {bead} back: {reason}");
    }

    private static string Tail(string log) => log.Length <= 20_000 ? log : "… " + log[^20_000..];
}
