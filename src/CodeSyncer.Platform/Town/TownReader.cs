using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Platform.Town;

/// <summary>Reads how a town stands. It changes nothing and waits for nobody.</summary>
public sealed class TownReader(TownWorkspace town)
{
    public TownStatus Read()
    {
        var index = town.Store.Index();
        var agents = Agents(index);
        var queue = town.Settings.Rigs.SelectMany(rig => MergeQueue.Waiting(index, rig.Name)).ToList();
        return new TownStatus
        {
            Root = town.Root,
            Name = town.Settings.Name,
            Now = town.Now,
            IsStopped = town.IsStopped,
            HasSupervisor = Supervisor.IsAlive(town),
            Rigs = [.. town.Settings.Rigs.Select(rig => Rig(rig, agents, queue))],
            Agents = agents,
            Convoys = [.. ConvoyView.OfTown(index, town.Now).All().Where(convoy => convoy.Status is not (ConvoyStatus.Closed or ConvoyStatus.Empty) && !IsOld(convoy))],
            Queue = queue,
            Waiting = Slinger.WaitingFor(index),
            Escalations = OpenEscalations(index),
            UnreadOfMayor = Mailroom.Inbox(index, AgentAddress.Mayor, isAll: false).Count,
            Beads = index.BeadCounts(),
        };
    }

    public IReadOnlyList<AgentStatus> Agents() => Agents(town.Store.Index());

    public IReadOnlyList<Escalation> Escalations(bool isAll) =>
        isAll ? [.. town.Store.Index().MailTo([AgentAddress.Mayor]).Select(Escalation.Of).OfType<Escalation>().Reverse()] : OpenEscalations(town.Store.Index());

    private List<AgentStatus> Agents(LedgerIndex index) =>
        [.. TownWorkspace.SlotsOf(index).Where(slot => slot.Address is not null).OrderBy(slot => slot.Name, StringComparer.Ordinal).Select(slot => Agent(slot, index))];

    private AgentStatus Agent(AgentSlot slot, LedgerIndex index)
    {
        var bead = slot.Bead is { } id && index.Item(LedgerPath.Beads, id) is { } fields ? new Bead(fields)
            : slot.IsPolecat ? null : index.Beads(new BeadQuery { Statuses = [BeadStatus.InProgress], Assignee = slot.Name, Limit = 1 }).FirstOrDefault();
        var facts = town.Runs.Facts(slot, bead, town.Now);
        var run = town.Runs.Of(slot.Name);
        return new AgentStatus(slot, Reconcile.Judge(facts), bead, run, slot.Bead is null ? run?.EndedAt : slot.AssignedAt, facts.Run?.Seen);
    }

    private RigStatus Rig(RigSettings rig, IReadOnlyList<AgentStatus> agents, List<Bead> queue)
    {
        var own = agents.Where(agent => TownName.AreSame(agent.Slot.Address!.Rig, rig.Name)).ToList();
        var path = town.YoursOf(rig);
        var hub = town.Hub(rig);
        var problem = GitRepository.TryDiscover(path) is not { } yours || yours.WorkTree is null ? $"'{path}' is no clone any more"
            : LedgerPlace.TownOf(yours) is not { } noted || Files.RealPath.Of(noted) != town.Root ? $"'{path}' is not noted as a rig of this town" : null;
        return new RigStatus(
            rig, path, hub.Exists ? new HeadReader(GitRepository.Discover(hub.Directory)).Resolve(hub.TargetRef) : null,
            own.Count(agent => agent.Slot is { IsPolecat: true, Bead: not null }), own.Count(agent => agent.Slot.IsPolecat), own.Count(agent => !agent.Slot.IsPolecat),
            queue.Count(bead => Submission.Of(bead) is { } submission && TownName.AreSame(submission.Rig, rig.Name)), problem);
    }

    /// <summary>What has landed is news for a day.</summary>
    private bool IsOld(ConvoyProgress convoy) =>
        convoy.Status == ConvoyStatus.Landed && (convoy.Convoy.Fields.Time("landed_at") ?? convoy.Convoy.UpdatedAt) < town.Now.AddDays(-1);

    private static IReadOnlyList<Escalation> OpenEscalations(LedgerIndex index) =>
        [.. index.MailTo([AgentAddress.Mayor]).Select(Escalation.Of).OfType<Escalation>().Where(escalation => escalation.IsOpen)
            .OrderByDescending(escalation => Severity.Rank(escalation.Severity)).ThenBy(escalation => escalation.CreatedAt)];
}
