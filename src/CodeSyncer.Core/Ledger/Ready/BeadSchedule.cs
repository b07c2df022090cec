namespace CodeSyncer.Core.Ledger.Ready;

/// <summary>
/// Plays through in which order beads can be finished. A wave is what can be done side by side once the waves before it
/// are done; beads that do not count are finished on the way, between the waves. Linear.
/// Source: topological layers by A. B. Kahn, "Topological sorting of large networks", CACM 5(11), 1962.
/// </summary>
internal sealed class BeadSchedule
{
    private readonly BeadGraph _graph;
    private readonly BlockedSet _blocked;
    private readonly int[] _holders;
    private readonly int[] _unfinishedChildren;
    private readonly bool[] _hasFinishedChild;
    private readonly bool[] _isFinished;
    private readonly Queue<int> _free = new();
    private readonly List<IReadOnlyList<int>> _waves = [];

    public BeadSchedule(BeadGraph graph, BlockedSet blocked, Func<int, bool> counts, Func<int, FinishMode> mode)
    {
        var count = graph.Nodes.Count;
        (_graph, _blocked) = (graph, blocked);
        (_holders, _unfinishedChildren, _hasFinishedChild, _isFinished) = (new int[count], new int[count], new bool[count], new bool[count]);
        foreach (ref readonly var link in graph.Links)
        {
            if (Holds(link))
                _holders[link.From]++;
            if (link.Kind == LinkKind.Child && graph.IsOpen(link.From))
                _unfinishedChildren[link.To]++;
        }

        Play(counts, mode);
    }

    public IReadOnlyList<IReadOnlyList<int>> Waves => _waves;

    public bool Finishes(int bead) => _isFinished[bead];

    /// <summary>
    /// The circles that these beads are in or wait for: each begins and ends with its ordinally least bead, each bead in it
    /// waits for the next. Meant for a play in which every bead finishes once it is free: then what is left waits for a circle.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> CyclesFrom(IEnumerable<int> beads)
    {
        var cycles = new List<IReadOnlyList<string>>();
        var walkOf = new Dictionary<int, int>();
        foreach (var start in beads)
        {
            var path = new List<int>();
            var bead = start;
            while (bead >= 0 && _holders[bead] > 0 && walkOf.TryAdd(bead, start))
            {
                path.Add(bead);
                bead = WaitsFor(bead);
            }

            // A walk that met itself, and not an earlier one.
            if (path.Count > 0 && path.IndexOf(bead) is >= 0 and var from)
                cycles.Add(Name(path[from..]));
        }

        return cycles;
    }

    private void Play(Func<int, bool> counts, Func<int, FinishMode> mode)
    {
        for (var bead = 0; bead < _holders.Length; bead++)
        {
            if (_holders[bead] == 0)
                _free.Enqueue(bead);
        }

        for (var bead = 0; bead < _holders.Length; bead++)
        {
            if (!IsDone(bead) && mode(bead) == FinishMode.Anyway)
                Finish(bead);
        }

        var wave = new List<int>();
        do
        {
            foreach (var bead in wave)
                Finish(bead);
            wave = [];
            while (_free.TryDequeue(out var bead))
            {
                foreach (ref readonly var link in _graph.To(bead))
                {
                    if (link.Kind == LinkKind.Child && Holds(link))
                        Free(link.From);
                }

                if (IsDone(bead) || _isFinished[bead] || mode(bead) == FinishMode.Never)
                    continue;
                if (counts(bead))
                    wave.Add(bead);
                else
                    Finish(bead);
            }

            if (wave.Count > 0)
                _waves.Add(wave);
        }
        while (wave.Count > 0);
    }

    private void Finish(int bead)
    {
        _isFinished[bead] = true;
        foreach (ref readonly var link in _graph.To(bead))
        {
            if (link.Kind is LinkKind.Blocks or LinkKind.ConditionalBlocks && Holds(link))
                Free(link.From);
        }

        if (!_graph.IsOpen(bead))
            return;
        foreach (ref readonly var link in _graph.From(bead))
        {
            if (link.Kind != LinkKind.Child)
                continue;
            if (--_unfinishedChildren[link.To] == 0)
                OpenGates(link.To, LinkKind.AllChildren);
            if (_hasFinishedChild[link.To])
                continue;
            _hasFinishedChild[link.To] = true;
            OpenGates(link.To, LinkKind.AnyChildren);
        }
    }

    private void OpenGates(int target, LinkKind kind)
    {
        foreach (ref readonly var link in _graph.To(target))
        {
            if (link.Kind == kind && Holds(link))
                Free(link.From);
        }
    }

    private void Free(int bead)
    {
        if (--_holders[bead] == 0)
            _free.Enqueue(bead);
    }

    /// <summary>A parent counts only if a blocker stands at it or above: parents in a circle by themselves hold nobody.</summary>
    private bool Holds(in Link link) => _graph.IsHolding(link) || (link.Kind == LinkKind.Child && _blocked.Holds(link.To));

    private bool IsDone(int bead) => _graph.Nodes[bead].Status is BeadStatus.Closed or BeadStatus.Tombstone;

    /// <summary>One of the beads that this one still waits for, or -1.</summary>
    private int WaitsFor(int bead)
    {
        foreach (ref readonly var link in _graph.From(bead))
        {
            if (!Holds(link))
                continue;
            if (link.Kind == LinkKind.Child ? _holders[link.To] > 0 : !link.IsGate && !_isFinished[link.To])
                return link.To;
            if (link.Kind == LinkKind.AllChildren || (link.Kind == LinkKind.AnyChildren && !_hasFinishedChild[link.To]))
            {
                foreach (ref readonly var child in _graph.To(link.To))
                {
                    if (child.Kind == LinkKind.Child && _graph.IsOpen(child.From) && !_isFinished[child.From])
                        return child.From;
                }
            }
        }

        return -1;
    }

    private string[] Name(List<int> ring)
    {
        var ids = ring.ConvertAll(bead => _graph.Nodes[bead].Id);
        var first = ids.IndexOf(ids.Min(StringComparer.Ordinal)!);
        return [.. ids.Skip(first), .. ids.Take(first), ids[first]];
    }
}
