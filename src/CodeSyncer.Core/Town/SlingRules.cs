using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Core.Ledger.Ready;

namespace CodeSyncer.Core.Town;

/// <summary>
/// Gives beads to agents: bead, name and WorkHook in one change, before anything is started. Every bead is judged before
/// anything is written: one that is refused refuses the whole.
/// </summary>
public static class SlingRules
{
    /// <exception cref="CodeSyncerException">A bead is held, closed, deferred, blocked or of another rig; the agent has another one.</exception>
    public static IReadOnlyList<SlingResult> Sling(LedgerChange change, SlingRequest request, SlingFacts facts, BeadIdSource ids)
    {
        var slots = facts.Slots.Where(slot => !slot.IsRemoved).ToDictionary(slot => slot.Name, StringComparer.Ordinal);
        var beads = request.Beads.Select(id => BeadLookup.FindLiving(change, id)).DistinctBy(bead => bead.Id).ToList();
        var verdicts = beads.ConvertAll(bead => Judge(bead, request, facts, slots));
        var fresh = beads.Where((bead, i) => verdicts[i].Outcome != SlingOutcome.Already && !facts.Convoys.Any(convoy => !convoy.IsClosed && convoy.Beads.Contains(bead.Id))).ToList();
        var convoy = fresh.Count == 0 ? null
            : ConvoyRules.Create(change, request.Convoy ?? NameOf(fresh), [.. fresh.Select(bead => bead.Id)], ids with { Prefix = Convoy.IdPrefix }).Id;
        return [.. verdicts.Select(verdict => verdict.Outcome == SlingOutcome.Already ? verdict
            : Give(change, verdict, request, facts, slots, ids) with { Convoy = fresh.Any(bead => bead.Id == verdict.Bead.Id) ? convoy : null })];
    }

    /// <summary>Takes a sling back that could not be carried out: nobody holds the bead, as before.</summary>
    public static void Undo(LedgerChange change, SlingResult slung)
    {
        if (change.Read(LedgerPath.Agent(slung.Agent!.ToString())) is { } fields && new AgentSlot(fields) is var slot && slot.Generation == slung.Slot!.Generation && slot.Bead == slung.Bead.Id)
            Slots.Write(change, slot, slot.Free(), $"take back {slung.Bead.Id} from {slung.Agent}");
        if (change.ReadBead(slung.Bead.Id) is { Claim: { } claim } bead && claim.Session == slung.Slot!.Generation)
            BeadRules.Save(change, bead, BeadRules.WithStatus(change, bead, BeadStatus.Open).Without("assignee", "claim"), $"release {bead.Id}");
        if (slung.Convoy is { } id && change.Read(LedgerPath.Convoy(id)) is not null && ConvoyRules.Find(change, id) is var convoy && convoy.Beads.Contains(slung.Bead.Id))
        {
            ConvoyRules.Remove(change, id, [slung.Bead.Id]);
            if (convoy.Beads.Count == 1)
                ConvoyRules.Close(change, id, "its bead could not be slung");
        }
    }

    private static SlingResult Judge(Bead bead, SlingRequest request, SlingFacts facts, Dictionary<string, AgentSlot> slots)
    {
        if (bead.Fields.String("rig") is { Length: > 0 } rig && !TownName.AreSame(rig, request.Rig.Name))
            throw TownErrors.ForeignBead(bead.Id, rig, request.Rig.Name);
        if (bead.IsClosed)
            throw LedgerErrors.NotClaimable(bead.Id, bead.Status);
        if (Submission.Of(bead) is { } submission)
            return new SlingResult(bead, SlingOutcome.Already, AgentAddress.TryParse(submission.Agent), Reason: "handed in");
        if (bead.Claim is { } claim)
        {
            var isOurs = slots.TryGetValue(claim.Agent, out var slot) && slot.Bead == bead.Id && (request.Agent is null || request.Agent.ToString() == claim.Agent);
            return isOurs ? new SlingResult(bead, SlingOutcome.Already, AgentAddress.TryParse(claim.Agent), slot)
                : throw LedgerErrors.HeldBead(bead.Id, claim.Agent, claim.WorkTree, claim.Since);
        }

        if (bead.Assignee is { } assignee && assignee != request.Agent?.ToString())
            throw LedgerErrors.HeldBead(bead.Id, assignee, null, bead.Fields.String("updated_at") ?? "some time");
        if (bead.Status == BeadStatus.Hooked && bead.Assignee == request.Agent?.ToString())
            return new SlingResult(bead, SlingOutcome.Already, request.Agent);
        return facts.Work.Of(bead.Id) switch
        {
            Readiness.Ready => new SlingResult(bead, SlingOutcome.Slung),
            Readiness.Blocked when bead.Status == BeadStatus.Blocked => throw TownErrors.BeadAside(bead.Id, "blocked by hand"),
            Readiness.Blocked when request.IsWhenReady || Dispatch.Of(bead) is not null => new SlingResult(bead, SlingOutcome.Waiting, Reason: $"blocked by {string.Join(", ", Blockers(facts, bead))}"),
            Readiness.Blocked => throw TownErrors.BeadBlocked(bead.Id, Blockers(facts, bead)),
            Readiness.Deferred => throw TownErrors.BeadAside(bead.Id, bead.DeferUntil is { } until ? $"deferred until {LedgerTime.Write(until)}" : "deferred"),
            _ => throw TownErrors.BeadAside(bead.Id, bead.Pinned ? BeadStatus.Pinned : bead.Ephemeral ? "ephemeral" : $"{bead.Status}, of type {bead.IssueType}"),
        };
    }

    private static SlingResult Give(LedgerChange change, SlingResult verdict, SlingRequest request, SlingFacts facts, Dictionary<string, AgentSlot> slots, BeadIdSource ids)
    {
        var bead = change.ReadBead(verdict.Bead.Id)!;
        if (verdict.Outcome == SlingOutcome.Waiting)
            return Wait(change, verdict, request, bead);
        if (request.Agent is { IsPolecat: false } crew)
            return Hook(change, bead, request, crew, slots, ids);
        var wish = Dispatch.Of(bead);
        if (facts.IsStopped)
            return Wait(change, verdict with { Outcome = SlingOutcome.Waiting, Reason = "the town is stopped" }, request, bead);
        if (Full(request, facts, slots) is { } reason)
            return Wait(change, verdict with { Outcome = SlingOutcome.Waiting, Reason = reason }, request, bead);
        var agent = Choose(request, facts, slots, wish);
        var before = slots.GetValueOrDefault(agent.ToString()) ?? new AgentSlot(
            AgentRules.Register(change, agent.ToString(), AgentRecord.PolecatRole, request.Rig.Name).Fields);
        var generation = facts.NewGeneration();
        var branch = wish?.Branch ?? TownLayout.Branch(agent.Name, bead.Id);
        var slot = Slots.Write(change, before, before.WithBead(bead.Id, branch, generation, wish?.Program ?? request.Program, request.Starter, change.Now), $"sling {bead.Id} to {agent}");
        slots[slot.Name] = slot;
        var work = JsonFields.Empty.With("agent", agent.ToString()).With("branch", branch);
        work = wish?.Note is { } note ? work.With("note", note) : work;
        var claim = new BeadClaim(agent.ToString(), facts.WorkTreeOf(agent), generation, LedgerTime.Write(change.Now));
        var taken = BeadRules.WithStatus(change, bead, BeadStatus.InProgress).Without(Dispatch.Key).With("assignee", agent.ToString()).With("rig", request.Rig.Name)
            .WithRaw("claim", claim.ToFields().ToCompact()).WithRaw("work", work.ToCompact());
        return verdict with { Bead = BeadRules.Save(change, bead, taken, $"claim {bead.Id} by {agent}"), Agent = agent, Slot = slot };
    }

    private static SlingResult Wait(LedgerChange change, SlingResult verdict, SlingRequest request, Bead bead)
    {
        var known = Dispatch.Of(bead);
        var wish = known ?? new Dispatch(request.Rig.Name, request.Agent?.ToString(), request.Program, null, null, change.Now);
        var waiting = bead.With("rig", request.Rig.Name).WithRaw(Dispatch.Key, wish.ToFields().ToCompact());
        return verdict with { Bead = known is null ? BeadRules.Save(change, bead, waiting, $"dispatch {bead.Id} to {request.Rig.Name} later") : bead };
    }

    private static SlingResult Hook(LedgerChange change, Bead bead, SlingRequest request, AgentAddress crew, Dictionary<string, AgentSlot> slots, BeadIdSource ids)
    {
        if (!slots.ContainsKey(crew.ToString()))
            throw TownErrors.UnknownAgent(crew.ToString(), Text.NearestWord.Of(crew.ToString(), slots.Keys));
        var hooked = BeadRules.WithStatus(change, bead, BeadStatus.Hooked).Without(Dispatch.Key).With("assignee", crew.ToString()).With("rig", request.Rig.Name);
        var saved = BeadRules.Save(change, bead, hooked, $"hook {bead.Id} for {crew}");
        TownMail.Send(change, crew.ToString(), $"{bead.Id} is on your hook", $"{bead.Title}\n\nTake it up with 'codesyncer bead claim {bead.Id}'.", MailTypes.Task, MailPriority.Normal, ids);
        return new SlingResult(saved, SlingOutcome.Hooked, crew);
    }

    private static AgentAddress Choose(SlingRequest request, SlingFacts facts, Dictionary<string, AgentSlot> slots, Dispatch? wish)
    {
        if (request.Agent is { } wanted)
        {
            if (slots.TryGetValue(wanted.ToString(), out var slot) && (slot.Bead is not null || !facts.IsFree(slot)))
                throw TownErrors.AgentBusy(wanted.ToString(), slot.Bead ?? slot.LastBead ?? "?");
            TownName.Check("polecat", wanted.Name);
            return wanted;
        }

        bool IsIdle(AgentSlot slot) => slot.IsPolecat && slot.Bead is null && !slot.IsStopped && TownName.AreSame(slot.Address!.Rig, request.Rig.Name) && facts.IsFree(slot);
        if (wish?.Agent is { } former && slots.TryGetValue(former, out var again) && IsIdle(again))
            return again.Address!;
        var idle = slots.Values.Where(IsIdle).OrderBy(slot => slot.Name, StringComparer.Ordinal).FirstOrDefault();
        var taken = slots.Values.Select(slot => slot.Address?.Name).OfType<string>().ToList();
        return idle?.Address ?? AgentAddress.Polecat(request.Rig.Name, PolecatNames.Next(facts.Settings.Names, taken));
    }

    /// <summary>Why no polecat more may work; null: one may.</summary>
    private static string? Full(SlingRequest request, SlingFacts facts, Dictionary<string, AgentSlot> slots)
    {
        var busy = slots.Values.Where(slot => slot.IsPolecat && slot.Bead is not null).ToList();
        if (busy.Count >= facts.Settings.MostPolecats)
            return $"{busy.Count} polecats are at work in the town, and no more may be";
        var here = busy.Count(slot => TownName.AreSame(slot.Address!.Rig, request.Rig.Name));
        return here >= facts.Settings.MostPolecatsIn(request.Rig) ? $"{here} polecats are at work in {request.Rig.Name}, and no more may be" : null;
    }

    private static IEnumerable<string> Blockers(SlingFacts facts, Bead bead) => facts.Work.Blocked.Reasons(bead.Id).Select(reason => reason.Id);

    private static string NameOf(List<Bead> beads)
    {
        var title = beads[0].Title.Length <= 60 ? beads[0].Title : beads[0].Title[..59] + "…";
        return beads.Count == 1 ? title : $"{title} and {beads.Count - 1} more";
    }
}
