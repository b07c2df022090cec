using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Ledger.Ready;
using CodeSyncer.Core.Text;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Ledger.Index;
using CodeSyncer.Platform.Processes;

namespace CodeSyncer.Platform.Town;

/// <summary>
/// Slings beads at agents. The ledger is changed once, before anything is started; what then cannot be started is taken back.
/// A crash in between leaves an agent that <see cref="Recovery"/> finds and starts.
/// </summary>
public sealed class Slinger(TownWorkspace town)
{
    /// <param name="target">A rig, a polecat or a crew; null: the rig that the beads name, or the only one.</param>
    /// <param name="program">The agent to start; null: as the town says.</param>
    /// <param name="start">Starts the agents; otherwise that is left to <see cref="Recovery"/>.</param>
    /// <exception cref="CodeSyncerException">A bead is refused: nothing was changed. Or one could not be started: that one is free again.</exception>
    public IReadOnlyList<SlingResult> Sling(IReadOnlyList<string> beads, string? target, string? program, string? convoy, bool isWhenReady)
    {
        var (rig, agent) = Target(beads, target);
        var command = AgentPrograms.Find(town.Settings, program ?? town.Settings.Agent);
        if (agent is null or { IsPolecat: true })
            AgentPrograms.Locate(command);
        // What is fetched is not waited for under the ledger's lock.
        if (agent is null or { IsPolecat: true })
            town.Hub(rig).Refresh();
        var request = new SlingRequest(beads, rig, command.Name, Self()) { Agent = agent, Convoy = convoy, IsWhenReady = isWhenReady };
        var results = town.Store.Change(town.Actor, (change, ids) => SlingRules.Sling(change, request, Facts(beads), ids));
        return Start(results, town.Actor);
    }

    /// <summary>Starts polecats for beads that wait for one, as far as there is room: the longest waiting first.</summary>
    internal IReadOnlyList<SlingResult> Dispatch()
    {
        var started = new List<SlingResult>();
        if (town.IsStopped)
            return started;
        foreach (var bead in Waiting(town.Store.Index()))
        {
            var wish = Core.Town.Dispatch.Of(bead)!;
            if (town.Settings.Rig(wish.Rig) is not { } rig)
                continue;
            try
            {
                var program = wish.Program ?? town.Settings.Agent;
                if (!HasRoom(rig))
                    continue;
                town.Hub(rig).Refresh();
                var request = new SlingRequest([bead.Id], rig, program, Self()) { IsWhenReady = true };
                started.AddRange(Start(town.Store.Change(town.Own, (change, ids) => SlingRules.Sling(change, request, Facts([bead.Id]), ids)), town.Own));
            }
            catch (CodeSyncerException)
            {
                // Held, closed or set aside meanwhile, or it cannot be started now: it is looked at again the next time.
            }
        }

        return started;
    }

    /// <summary>The beads that wait for a polecat, the longest waiting first; blocked ones too.</summary>
    public static IReadOnlyList<Bead> WaitingFor(LedgerIndex index) =>
        [.. index.Beads(new BeadQuery { Statuses = [BeadStatus.Open], TownKey = Core.Town.Dispatch.Key }).Where(bead => Core.Town.Dispatch.Of(bead) is not null)
            .OrderBy(bead => Core.Town.Dispatch.Of(bead)!.At).ThenBy(bead => bead.Id, StringComparer.Ordinal)];

    private static IEnumerable<Bead> Waiting(LedgerIndex index)
    {
        var waiting = WaitingFor(index);
        if (waiting.Count == 0)
            return [];
        var (nodes, edges) = index.Graph([.. waiting.Select(bead => bead.Id)]);
        var work = new ReadyWork(nodes, edges, DateTimeOffset.UtcNow);
        return waiting.Where(bead => work.IsReady(bead.Id));
    }

    private bool HasRoom(RigSettings rig)
    {
        var busy = town.Slots().Where(slot => slot.IsPolecat && slot.Bead is not null).ToList();
        return busy.Count < town.Settings.MostPolecats && busy.Count(slot => TownName.AreSame(slot.Address!.Rig, rig.Name)) < town.Settings.MostPolecatsIn(rig);
    }

    private IReadOnlyList<SlingResult> Start(IReadOnlyList<SlingResult> results, Actor actor)
    {
        CodeSyncerException? failure = null;
        foreach (var slung in results.Where(result => result.Outcome == SlingOutcome.Slung))
        {
            try
            {
                new AgentLauncher(town).Start(slung.Slot!);
            }
            catch (CodeSyncerException error)
            {
                town.Store.Change(actor, (change, _) =>
                {
                    SlingRules.Undo(change, slung);
                    return true;
                });
                failure ??= error;
            }
        }

        return failure is null ? results : throw failure;
    }

    private SlingFacts Facts(IReadOnlyList<string> beads)
    {
        var index = town.Store.Index();
        var ids = beads.SelectMany(bead => index.Resolve(LedgerPath.Beads, bead)).Distinct().ToList();
        var (nodes, edges) = index.Graph(ids);
        return new SlingFacts(
            town.Settings, TownWorkspace.SlotsOf(index), [.. index.Items(LedgerPath.Convoys).Select(fields => new Convoy(fields))],
            new ReadyWork(nodes, edges, town.Now), town.Runs.IsFree, NewGeneration, town.WorkTreeOf)
        {
            IsStopped = town.IsStopped,
        };
    }

    private (RigSettings Rig, AgentAddress? Agent) Target(IReadOnlyList<string> beads, string? target)
    {
        if (target is not null && AgentAddress.TryParse(target) is { } address)
            return (town.Rig(address.Rig), address);
        if (target is not null)
            return town.Settings.Rig(target) is { } named ? (named, null)
                : town.Slots().FirstOrDefault(slot => slot.IsPolecat && TownName.AreSame(slot.Address!.Name, target)) is { } slot ? (town.Rig(slot.Address!.Rig), slot.Address)
                : throw TownErrors.UnknownRig(target, NearestWord.Of(target, town.Settings.Rigs.Select(rig => rig.Name)), town.Settings.Rigs.Select(rig => rig.Name));
        var index = town.Store.Index();
        var rigs = beads.SelectMany(bead => index.Resolve(LedgerPath.Beads, bead)).Select(id => index.Item(LedgerPath.Beads, id)?.String("rig")).OfType<string>().Distinct().ToList();
        if (rigs.Count == 1 && town.Settings.Rig(rigs[0]) is { } only)
            return (only, null);
        return town.Settings.Rigs.Count == 1 ? (town.Settings.Rigs[0], null) : throw TownErrors.NeedsRig(town.Settings.Rigs.Select(rig => rig.Name));
    }

    internal static string NewGeneration() => Guid.NewGuid().ToString();

    internal static string Self() => ProcessStamp.Of(Environment.ProcessId)?.ToString() ?? "";
}
