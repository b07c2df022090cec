using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Platform.Town;

/// <summary>
/// Brings a town to where it should be, after whatever crash: agents that are gone are saved and started again or given up,
/// hooks that hold nothing are freed, beads that wait get their polecat, what waits for too long is raised. Run by anyone
/// at any time; two at once do no harm.
/// </summary>
public sealed class Recovery(TownWorkspace town)
{
    private readonly List<string> _done = [];

    /// <summary>What was done: a line each.</summary>
    public IReadOnlyList<string> Run()
    {
        foreach (var slot in town.Slots().Where(slot => slot.IsPolecat))
            Try(slot.Name, () => Mend(slot));
        foreach (var slung in new Slinger(town).Dispatch().Where(result => result.Outcome == SlingOutcome.Slung))
            _done.Add($"{slung.Bead.Id}: {slung.Agent} is started");
        Try("escalations", RaiseOld);
        Try("convoys", TellStranded);
        return _done;
    }

    /// <summary>Whether an agent is to be saved, started, ended or freed: a look at processes and signs of life, no more.</summary>
    internal static bool IsNeeded(TownWorkspace town)
    {
        var index = town.Store.Index();
        return TownWorkspace.SlotsOf(index).Where(slot => slot.IsPolecat).Any(slot =>
            Judge(town, slot, index).Verdict is var verdict && (verdict.EndsProcess || (verdict.Action != AgentAction.None && !(verdict.Action == AgentAction.StartAgain && town.IsStopped))));
    }

    /// <summary>The verdict on an agent now.</summary>
    internal static (Verdict Verdict, AgentFacts Facts) Judge(TownWorkspace town, AgentSlot slot, Ledger.Index.LedgerIndex index)
    {
        var facts = town.Runs.Facts(slot, slot.Bead is { } id && index.Item(LedgerPath.Beads, id) is { } fields ? new Bead(fields) : null, town.Now);
        return (Reconcile.Judge(facts), facts);
    }

    private void Mend(AgentSlot slot)
    {
        var (verdict, facts) = Judge(town, slot, town.Store.Index());
        if (verdict.EndsProcess && facts.Run is { } run)
            town.Runs.End(slot.Name, run.Generation);
        if (verdict.Action == AgentAction.None || (verdict.Action == AgentAction.StartAgain && town.IsStopped))
            return;
        var problem = Save(slot);
        switch (verdict.Action)
        {
            case AgentAction.StartAgain:
                StartAgain(slot, verdict);
                break;
            case AgentAction.GiveUp:
                if (town.Store.Change(town.Own, (change, ids) => SpawnRules.GiveUp(change, slot.Name, slot.Generation, $"{verdict.Reason}{problem}", ids)) is not null)
                    _done.Add($"{slot.Bead}: given up, {slot.Name}: {verdict.Reason}");
                break;
            default:
                if (town.Store.Change(town.Own, (change, _) => SpawnRules.Free(change, slot.Name, slot.Generation)) is not null)
                    _done.Add($"{slot.Name}: free, {verdict.Reason}");
                break;
        }
    }

    private void StartAgain(AgentSlot slot, Verdict verdict)
    {
        var next = town.Store.Change(town.Own, (change, _) => SpawnRules.Again(change, slot.Name, slot.Generation, Slinger.NewGeneration(), Slinger.Self(), counts: true));
        if (next is null)
            return;
        _done.Add($"{slot.Bead}: {slot.Name} is started again ({next.Attempts} of {town.Settings.MostRespawns}): {verdict.Reason}");
        new AgentLauncher(town).Start(next);
    }

    private string Save(AgentSlot slot)
    {
        try
        {
            if (town.Settings.Rig(slot.Address!.Rig) is { } rig && town.Hub(rig) is { Exists: true } hub)
                new AgentTree(town, hub, slot.Address).Save("agent is gone", slot.Generation);
            return "";
        }
        catch (CodeSyncerException error)
        {
            // The work tree itself stays; that it could not be saved is told with the rest.
            return $" (its work tree could not be saved: {error.Message})";
        }
    }

    private void RaiseOld()
    {
        foreach (var mail in town.Store.Index().MailTo([AgentAddress.Mayor]))
        {
            if (Escalation.Of(mail) is { IsOpen: true } escalation && town.Now - (escalation.RaisedAt ?? escalation.CreatedAt) >= town.Settings.EscalationAge
                && town.Store.Change(town.Own, (change, ids) => EscalationRules.RaiseAgain(change, escalation.Id, town.Settings.EscalationAge, ids)) is { } raised)
                _done.Add($"{raised.Id}: raised to {raised.Severity}, nobody has acknowledged it");
        }
    }

    private void TellStranded()
    {
        foreach (var convoy in ConvoyView.OfTown(town.Store.Index(), town.Now).All().Where(convoy => convoy.Status == ConvoyStatus.Stranded && !convoy.Convoy.Fields.Has("stranded_at")))
        {
            var stuck = convoy.Beads.Where(bead => bead.Readiness != Core.Ledger.Ready.Readiness.Done).Select(bead => bead.Bead.Id).ToList();
            town.Store.Change(town.Own, (change, ids) => ConvoyWatch.Strand(change, convoy.Convoy.Id, stuck, ids));
            _done.Add($"{convoy.Convoy.Id}: stranded ({string.Join(", ", stuck.Take(5))})");
        }
    }

    private void Try(string what, Action act)
    {
        try
        {
            act();
        }
        catch (CodeSyncerException error)
        {
            _done.Add($"{what}: {error.Message}: {error.Hint}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _done.Add($"{what}: {error.Message}");
        }
    }
}
