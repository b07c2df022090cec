using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// Lets go what is no longer kept (by age and count; the last save of a branch that still exists stays), and packs the
/// rest. It alone deletes objects, and only while no save writes. Whenever it dies, every save that stays is whole.
/// </summary>
public sealed class WorkUpkeep(Workspace workspace, TimeProvider? clock = null)
{
    /// <summary>Loose objects in one of the 256 folders, from which on packing pays; git's own measure for its automatic gc.</summary>
    private const int ManyLoose = 26;

    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    private readonly GitRepository _repository = workspace.Repository;

    private DateTimeOffset Now => (clock ?? TimeProvider.System).GetUtcNow();

    /// <summary>Runs where it is due and no save is being made.</summary>
    public void RunIfDue()
    {
        using var store = new WorkStore(_repository);
        if (!store.Exists)
            return;
        var stamp = Path.Combine(store.Directory, "upkeep");
        var sample = Path.Combine(store.Objects, "17");
        if (!File.Exists(stamp))
            AtomicFile.Write(stamp, "");
        var isDue = DateTime.UtcNow - File.GetLastWriteTimeUtc(stamp) > Pause
            || (Directory.Exists(sample) && Directory.EnumerateFiles(sample).Skip(ManyLoose).Any());
        if (isDue)
            Run(store, TimeSpan.Zero);
    }

    /// <summary>Runs now.</summary>
    public void Run()
    {
        using var store = new WorkStore(_repository);
        if (store.Exists && !Run(store, TimeSpan.FromSeconds(20)))
            throw WorkErrors.Busy(store.Directory);
    }

    /// <summary>Lets go every save of an agent in this work tree.</summary>
    /// <param name="branch">Only those of this branch; null: of all.</param>
    /// <returns>How many branches of saves went.</returns>
    public int Clear(string agent, string? branch)
    {
        using var store = new WorkStore(_repository);
        if (!store.Exists)
            return 0;
        var count = 0;
        foreach (var found in store.Branches(agent))
        {
            var file = store.Branch(found);
            if (file.Tip() is { } tip && TryOpen(store, tip) is { } work && work.State.WorkTree == workspace.Root
                && (branch is null || work.State.Branch == branch) && file.TryDelete(tip))
                count++;
        }

        if (count > 0)
            Run(store, TimeSpan.FromSeconds(20));
        return count;
    }

    private bool Run(WorkStore store, TimeSpan patience)
    {
        using var alone = store.TryOwn(patience);
        if (alone is null)
            return false;
        var kept = Retain(store);
        Pack(store, kept);
        AtomicFile.Write(store.KeptFile, string.Concat(Heads(kept).Where(KeptHistory.Heads(store).Contains).Select(head => head + "\n")));
        DeleteLeftovers(Path.Combine(store.Directory, "tmp"));
        AtomicFile.Write(Path.Combine(store.Directory, "upkeep"), "");
        return true;
    }

    /// <summary>Cuts the chains: what lies behind a commit named in git's own file <c>shallow</c> does not exist for git.</summary>
    private List<SavedWork> Retain(WorkStore store)
    {
        var oldest = Now - TimeSpan.FromDays(workspace.Settings.Work.KeepDays);
        var kept = new List<SavedWork>();
        var ends = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var branch in store.Branches())
        {
            var file = store.Branch(branch);
            if (file.Tip() is not { } tip || TryOpen(store, tip) is not { } last)
                continue;
            if (last.State.Time < oldest && !StillThere(last))
            {
                file.TryDelete(tip);
                continue;
            }

            kept.Add(last);
            for (var (work, count) = (last, 1); ; count++)
            {
                var before = work.Parent is null ? null : TryOpen(store, work.Parent);
                if (before is null || before.State.Time < oldest || count >= workspace.Settings.Work.KeepSaves)
                {
                    if (work.Parent is not null)
                        ends.Add(work.Id);
                    break;
                }

                kept.Add(work = before);
            }
        }

        AtomicFile.Write(Path.Combine(store.Directory, "shallow"), string.Concat(ends.Select(id => id + "\n")));
        return kept;
    }

    private bool StillThere(SavedWork work) => Directory.Exists(work.State.WorkTree)
        && (work.State.Branch is null ? work.State.WorkTree == workspace.Root : new HeadReader(_repository).Resolve("refs/heads/" + work.State.Branch) is not null);

    private static void Pack(WorkStore store, List<SavedWork> kept)
    {
        var loose = LooseFiles(store).ToList();
        var packs = Directory.EnumerateFiles(Path.Combine(store.Objects, "pack"), "pack-*").ToList();
        var own = Lines(store.GitAlone().Bytes("cat-file", "--batch-all-objects", "--batch-check=%(objectname)", "--unordered")).ToHashSet(StringComparer.Ordinal);
        var heads = Existing(store, [.. Heads(kept)]);
        var trees = kept.Select(work => work.Id + "^{tree}").ToList();
        var input = string.Join('\n', [.. trees, .. heads, ""]);
        var needed = kept.Count == 0 ? [] : Lines(store.GitInWorkTree().BytesWithInput(
                Encoding.ASCII.GetBytes(input), "rev-list", "--objects", "--missing=allow-any", "--stdin", "--not", "--remotes", "--tags"))
            .Concat(kept.Select(work => work.Id))
            .Where(line => own.Contains(line.Split(' ', 2)[0])).ToList();
        var packed = needed.Count == 0 ? "" : Encoding.ASCII.GetString(store.GitAlone().BytesWithInput(
            Encoding.UTF8.GetBytes(string.Join('\n', needed) + "\n"), "pack-objects", "--quiet", "--missing=allow-any", Path.Combine(store.Objects, "pack", "pack"))).Trim();
        // The files of an index of a pack go last: without its pack git would complain.
        foreach (var file in packs.Where(file => packed.Length == 0 || !file.Contains(packed, StringComparison.Ordinal)).OrderBy(file => file.EndsWith(".idx", StringComparison.Ordinal) ? 0 : 1))
            Delete(file);
        foreach (var file in loose)
            Delete(file);
    }

    private static IEnumerable<string> Heads(List<SavedWork> kept) => kept.Select(work => work.State.Head).OfType<string>().Distinct();

    private static List<string> Existing(WorkStore store, List<string> ids) => ids.Count == 0 ? [] :
        [.. Lines(store.GitInWorkTree().BytesWithInput(Encoding.ASCII.GetBytes(string.Join('\n', ids) + "\n"), "cat-file", "--batch-check"))
            .Where(line => line.Contains(" commit ", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(' ', StringComparison.Ordinal)])];

    private static IEnumerable<string> LooseFiles(WorkStore store) =>
        Directory.EnumerateDirectories(store.Objects).Where(folder => Path.GetFileName(folder).Length == 2).SelectMany(Directory.EnumerateFiles);

    private static void DeleteLeftovers(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder))
            Delete(file);
    }

    private static void Delete(string file)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                File.SetAttributes(file, FileAttributes.Normal);
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Somebody reads it: the next upkeep takes it.
        }
    }

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

    private static List<string> Lines(byte[] output) => [.. Encoding.UTF8.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
