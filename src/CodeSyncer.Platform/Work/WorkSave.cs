using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// Saves the whole state of a work tree for an agent. Everything is written before the branch moves: whenever the process
/// dies, the save before stands whole. The user's index, files, stash and HEAD are read only.
/// </summary>
public sealed class WorkSave(Workspace workspace, Actor actor, TimeProvider? clock = null)
{
    private readonly GitRepository _repository = workspace.Repository;

    /// <exception cref="CodeSyncerException">Another process saves for too long; git cannot read the work tree; nothing can be written.</exception>
    public SaveResult Run(SaveRequest request)
    {
        _ = workspace.Root;
        using var store = new WorkStore(_repository);
        try
        {
            store.Create();
            using var alone = FileLock.TryTake(LockFile(workspace), request.Patience) ?? throw WorkErrors.Busy(workspace.Root);
            using var writing = store.TryShare(request.Patience) ?? throw WorkErrors.Busy(store.Directory);
            return Run(store, request);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw WorkErrors.CannotSave(workspace.Root, error.Message);
        }
    }

    /// <summary>Held while this work tree is saved or restored.</summary>
    internal static string LockFile(Workspace workspace) => Path.Combine(workspace.Paths.WorkTreeState, "saving");

    private SaveResult Run(WorkStore store, SaveRequest request)
    {
        var (branch, head, operation) = Where();
        var branchFile = store.Branch(store.BranchOf(actor.Name, branch));
        var tip = branchFile.Tip();
        var previous = tip is null ? null : TryOpen(store, tip);
        var captured = new WorkTreeCapture(workspace, store, request.IncludeSecrets).Take();
        var history = new KeptHistory(_repository, store, workspace.Settings.Work.MaxSave);
        history.Keep(head, OperationFiles.Ids(operation, _repository.HashSize), captured, previous);
        var parts = Parts(store, captured, operation);
        var state = State(request, branch, head, operation, captured, history, previous?.State);
        if (previous is not null && previous.State.IsSameWork(state with { Carried = previous.State.Carried }) && IsSame(previous.Parts, parts) && !IsFirstMark(request, previous.State))
            return new SaveResult(previous, IsNew: false);

        var entries = parts.Append(new TreeEntry(TreeEntry.File, SavedWork.StateFile, store.Write("blob", state.ToJson()))).ToList();
        var commit = store.Commit(store.WriteTree(entries), previous is null ? null : tip, state);
        if (!branchFile.TryMove(tip, commit))
            throw WorkErrors.Busy(store.Directory);
        return new SaveResult(new SavedWork(commit, previous is null ? null : tip, entries.ToDictionary(entry => entry.Name, entry => entry.Id, StringComparer.Ordinal), state), IsNew: true);
    }

    /// <summary>That work stood here just before a command that can throw it away is known by that save alone, whoever saved the same work earlier.</summary>
    private bool IsFirstMark(SaveRequest request, WorkState before) => request.Event.StartsWith(SaveRequest.Before, StringComparison.Ordinal)
        && before.ChangedCount > 0 && !(before.Event.StartsWith(SaveRequest.Before, StringComparison.Ordinal) && before.Session == actor.Session);

    private (string? Branch, string? Head, SortedDictionary<string, byte[]> Operation) Where()
    {
        var head = new HeadReader(_repository);
        var operation = OperationFiles.Read(_repository);
        return (WorkPlace.Branch(head) ?? OperationFiles.BranchLeft(operation), head.Commit(), operation);
    }

    private WorkState State(
        SaveRequest request, string? branch, string? head, SortedDictionary<string, byte[]> operation, CapturedWork captured, KeptHistory history, WorkState? before)
    {
        var bead = BeadHeld();
        var carriesOn = before is not null && (bead is null || before.Bead is null || before.Bead == bead);
        return new WorkState
        {
            Agent = actor.Name,
            Generation = request.Generation,
            Session = actor.Session,
            WorkTree = workspace.Root,
            Branch = branch,
            IsDetached = WorkPlace.Branch(new HeadReader(_repository)) is null,
            Head = head,
            Operation = operation.Count == 0 ? null : OperationInProgress.Of(_repository),
            Bead = bead,
            Step = Said(request.Step, carriesOn ? before!.Step : null),
            Note = Said(request.Note, carriesOn ? before!.Note : null),
            Handoff = Said(request.Handoff, before?.Handoff),
            Event = request.Event,
            Time = DateTimeOffset.FromUnixTimeSeconds((clock ?? TimeProvider.System).GetUtcNow().ToUnixTimeSeconds()),
            Carried = request.SwitchedFrom is { } from && captured.Uncommitted.Count > 0 ? new Carried(from, [.. captured.Uncommitted.Take(WorkState.MostPaths)]) : null,
            Changed = [.. captured.Uncommitted.Take(WorkState.MostPaths)],
            ChangedCount = captured.Uncommitted.Count,
            LeftOut = [.. captured.LeftOut.Take(WorkState.MostPaths)],
            LeftOutCount = captured.LeftOut.Count,
            IsHistoryLeftOut = history.IsLeftOut,
        };
    }

    /// <summary>A ledger that cannot be read is no reason not to save.</summary>
    private string? BeadHeld()
    {
        if (!HeldBead.CanBeAsked(_repository))
            return null;
        try
        {
            using var ledger = LedgerPlace.Open(_repository);
            return HeldBead.Of(ledger.Index(), actor)?.Id;
        }
        catch (CodeSyncerException)
        {
            return null;
        }
    }

    private static List<TreeEntry> Parts(WorkStore store, CapturedWork captured, SortedDictionary<string, byte[]> operation)
    {
        var parts = new List<TreeEntry>
        {
            new(TreeEntry.Folder, SavedWork.Files, captured.Files),
            new(TreeEntry.Folder, SavedWork.Staged, captured.Staged),
        };
        if (captured.Index.Length > 0)
            parts.Add(new(TreeEntry.File, SavedWork.Index, store.Write("blob", captured.Index)));
        if (captured.Raw.Length > 0)
            parts.Add(new(TreeEntry.File, SavedWork.Raw, store.Write("blob", captured.Raw)));
        if (captured.Unmerged.Count > 0)
            parts.Add(new(TreeEntry.Folder, SavedWork.Unmerged, store.WriteTree([.. captured.Unmerged.Select(id => new TreeEntry(TreeEntry.File, id, id))])));
        if (operation.Count > 0)
            parts.Add(new(TreeEntry.Folder, SavedWork.Operation, FolderOf(store, operation.Select(file => (file.Key, file.Value)))));
        return parts;
    }

    private static string FolderOf(WorkStore store, IEnumerable<(string Path, byte[] Content)> files)
    {
        var entries = new List<TreeEntry>();
        foreach (var group in files.GroupBy(file => file.Path.Split('/')[0]))
        {
            var inner = group.Where(file => file.Path.Length > group.Key.Length).Select(file => (file.Path[(group.Key.Length + 1)..], file.Content)).ToList();
            entries.Add(inner.Count > 0
                ? new TreeEntry(TreeEntry.Folder, group.Key, FolderOf(store, inner))
                : new TreeEntry(TreeEntry.File, group.Key, store.Write("blob", group.First().Content)));
        }

        return store.WriteTree(entries);
    }

    private static bool IsSame(IReadOnlyDictionary<string, string> before, List<TreeEntry> now) =>
        before.Count == now.Count + 1 && now.TrueForAll(entry => before.GetValueOrDefault(entry.Name) == entry.Id);

    private static string? Said(string? now, string? before) => now is null ? before : now.Length == 0 ? null : now;

    /// <summary>A save that cannot be read does not keep the next one from being made.</summary>
    private static SavedWork? TryOpen(WorkStore store, string id)
    {
        try
        {
            return store.Open(id);
        }
        catch (CodeSyncerException)
        {
            return null;
        }
    }
}
