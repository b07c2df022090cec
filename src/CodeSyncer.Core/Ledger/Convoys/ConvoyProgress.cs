using CodeSyncer.Core.Ledger.Ready;

namespace CodeSyncer.Core.Ledger.Convoys;

/// <summary>
/// How far a convoy is: derived on every read from its beads and their dependencies, never stored. Deleted and unknown
/// beads do not count. Stranded is a bead that is left and that no work within the convoy leads to: it waits for a bead
/// outside of the convoy that nobody is known to move, for a circle or for another stranded one, was set aside (blocked by hand, deferred without a time,
/// pinned, in a state of its own), or its holder is gone. A bead deferred to a time is not stranded.
/// </summary>
public sealed class ConvoyProgress
{
    private ConvoyProgress(Convoy convoy, IReadOnlyList<ConvoyBead> beads, IReadOnlyList<string> missing, IReadOnlyList<IReadOnlyList<string>> cycles)
    {
        (Convoy, Beads, Missing, Cycles) = (convoy, beads, missing, cycles);
        Waves = [.. beads.Where(bead => bead.Wave is not null).GroupBy(bead => bead.Wave).OrderBy(wave => wave.Key).Select(wave => (IReadOnlyList<string>)[.. wave.Select(bead => bead.Bead.Id)])];
    }

    public Convoy Convoy { get; }

    /// <summary>The living beads, in the order in which they were added.</summary>
    public IReadOnlyList<ConvoyBead> Beads { get; }

    /// <summary>Ids of beads that are deleted or were never here.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>What is left, in layers: those of one can be done side by side once the layers before it are done.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Waves { get; }

    /// <summary>Circles of dependencies that keep beads of the convoy from ever being done, each with its first bead again at its end.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cycles { get; }

    public int Total => Beads.Count;

    public int Done => Count(Readiness.Done);

    public int InProgress => Count(Readiness.InProgress);

    public int Ready => Count(Readiness.Ready);

    public int Blocked => Count(Readiness.Blocked);

    public int Deferred => Count(Readiness.Deferred);

    /// <summary>Left, and nobody's next work: pinned, ephemeral, of a type that is no work, or in a state of its own.</summary>
    public int Aside => Count(Readiness.Aside);

    public int Stranded => Beads.Count(bead => bead.IsStranded);

    /// <summary>Rounded down: 100 only when all is done; 0 where there is nothing.</summary>
    public int Percent => Total == 0 ? 0 : (int)(100L * Done / Total);

    public ConvoyStatus Status =>
        Convoy.IsClosed ? ConvoyStatus.Closed
        : Total == 0 ? ConvoyStatus.Empty
        : Done == Total ? ConvoyStatus.Landed
        : Stranded == Total - Done ? ConvoyStatus.Stranded
        : ConvoyStatus.Open;

    /// <param name="work">Of the whole ledger, or of the part that <see cref="GraphClosure.DeepOf"/> gives for the convoy's beads.</param>
    /// <param name="isHeld">Whether somebody is at a bead in progress; without it every bead in progress is taken to be held.</param>
    /// <param name="isMoving">Whether a bead outside of the convoy is somebody's work now or soon, so that it can be waited for; without it none is.</param>
    public static ConvoyProgress Of(Convoy convoy, ReadyWork work, Func<BeadNode, bool>? isHeld = null, Func<BeadNode, bool>? isMoving = null)
    {
        var graph = work.Graph;
        var numbers = convoy.Beads.Select(graph.NumberOf).Where(bead => bead >= 0 && graph.Nodes[bead].Status != BeadStatus.Tombstone).ToList();
        var members = numbers.ToHashSet();
        var plan = new BeadSchedule(graph, work.Blocked, members.Contains, _ => FinishMode.WhenFree);
        var moves = new BeadSchedule(graph, work.Blocked, members.Contains, bead => members.Contains(bead) || isMoving?.Invoke(graph.Nodes[bead]) == true ? ModeOf(graph.Nodes[bead], isHeld) : FinishMode.Never);
        var waves = plan.Waves.Index().SelectMany(wave => wave.Item.Select(bead => (bead, Wave: wave.Index + 1))).ToDictionary(entry => entry.bead, entry => entry.Wave);
        var beads = numbers.ConvertAll(bead => new ConvoyBead(
            graph.Nodes[bead],
            work.Of(graph.Nodes[bead].Id)!.Value,
            waves.TryGetValue(bead, out var wave) ? wave : null,
            work.Blocked.Reasons(graph.Nodes[bead].Id),
            graph.Nodes[bead].Status != BeadStatus.Closed && !moves.Finishes(bead)));
        return new ConvoyProgress(convoy, beads, [.. convoy.Beads.Where(id => graph.NumberOf(id) is var bead && !members.Contains(bead))], CyclesAround(graph, numbers, plan));
    }

    /// <summary>Only the circles that beads of the convoy are in or wait for, however many the ledger holds.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> CyclesAround(BeadGraph graph, List<int> members, BeadSchedule plan) =>
        members.TrueForAll(bead => graph.Nodes[bead].Status is BeadStatus.Closed || plan.Finishes(bead)) ? [] : plan.CyclesFrom(members);

    private static FinishMode ModeOf(BeadNode bead, Func<BeadNode, bool>? isHeld) => bead.Status switch
    {
        BeadStatus.InProgress or BeadStatus.Hooked => isHeld?.Invoke(bead) ?? true ? FinishMode.Anyway : FinishMode.Never,
        BeadStatus.Deferred when bead.DeferUntil is not null => FinishMode.WhenFree,
        BeadStatus.Open when !bead.Pinned && !bead.Ephemeral && !ReadyWork.TypesLeftOut.Contains(bead.IssueType) => FinishMode.WhenFree,
        _ => FinishMode.Never,
    };

    private int Count(Readiness readiness) => Beads.Count(bead => bead.Readiness == readiness);
}
