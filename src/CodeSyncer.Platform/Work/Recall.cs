using System.Globalization;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>What waits on the branch that was entered, for the person who entered it. It reads one save, and asks git only where something seems to be gone: a switch waits for it.</summary>
public sealed class Recall(Workspace workspace, Actor actor)
{
    private const int MostPaths = 50;
    private const long LargestFile = 1 << 20;

    /// <summary>Lines without a name in front; none: nothing waits.</summary>
    public IReadOnlyList<string> Lines()
    {
        using var saves = new SavedWorks(workspace.Repository);
        if (saves.Newest(actor.Name) is not { } save)
            return [];
        var state = save.State;
        var lines = new List<string>();
        var work = string.Join(", ", new[] { state.Bead, state.Step is null ? null : $"step \"{state.Step}\"", state.Note is null ? null : $"note \"{state.Note}\"" }.OfType<string>());
        if (work.Length > 0)
            lines.Add($"on {state.Branch}: {work}");
        if (state.Handoff is { } handoff)
            lines.Add($"last handoff: {handoff}");
        if (Missing(save) is > 0 and var count)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{count} saved {(count == 1 ? "change is" : "changes are")} not in the work tree ({state.Event}, {state.Time.ToLocalTime():yyyy-MM-dd HH:mm}): 'codesyncer work show', 'codesyncer work restore'"));
        return lines;
    }

    /// <summary>Changes of the save whose files are now as the branch or the index has them, and not as in the save.</summary>
    private int Missing(SavedWork save)
    {
        var head = new HeadReader(workspace.Repository).Commit();
        if (save.State.ChangedCount == 0 || save.State.Head != head)
            return 0;
        var index = GitListing.Index(workspace.Repository);
        var candidates = save.State.Changed.Take(MostPaths).Where(path => IsAsInIndex(index, path)).ToList();
        // What was staged then may be staged still: only then git is asked.
        return candidates.Count == 0 ? 0 : new MissingWork(workspace).Gone(save, candidates).Count;
    }

    private bool IsAsInIndex(TrackedFiles index, string path)
    {
        var full = Path.Combine(workspace.Root, path);
        var look = FileLook.At(full);
        var place = index.Find(path);
        if (place < 0)
            return look.Kind is FileKind.Missing;
        // A save of a deletion: the file is there again.
        return look is { Kind: FileKind.File, Size: <= LargestFile }
            && LooseObject.IdOf("blob", File.ReadAllBytes(full), workspace.Repository.HashSize) == index.IdText(place);
    }
}
