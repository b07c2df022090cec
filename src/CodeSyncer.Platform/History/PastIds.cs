using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Context;

namespace CodeSyncer.Platform.History;

/// <summary>Ids of tags that no file holds any more. Nothing is read before the first question.</summary>
internal sealed class PastIds
{
    private readonly Lazy<HashSet<string>?> _ofHistory;
    private readonly Lazy<HashSet<string>> _ofHead;

    public PastIds(Workspace workspace)
    {
        _ofHistory = new(() => OfHistory(workspace));
        _ofHead = new(() => OfHead(workspace));
    }

    /// <summary>Whether the history of HEAD holds the id. Where that is cut (a shallow clone) it may hold any.</summary>
    public bool AreIn(string id) => _ofHistory.Value?.Contains(id) != false;

    /// <summary>
    /// The same for a hook, which has no time for a history that was never read: whether the last commit holds the id, or a tag that names it,
    /// which was judged when it came. Only for what is new the history is asked.
    /// </summary>
    public bool AreInHeadOrBefore(string id) => _ofHead.Value.Contains(id) || AreIn(id);

    private static HashSet<string>? OfHistory(Workspace workspace)
    {
        var history = new HistoryReader(workspace);
        return history.IsShallow ? null : history.Read().SelectMany(life => life.Events).Select(one => one.Tag.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static HashSet<string> OfHead(Workspace workspace)
    {
        try
        {
            return new ContextReader(workspace).FromRevision("HEAD").Tags.SelectMany(tag => new[] { tag.Id, tag.Supersedes }).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        }
        catch (CodeSyncerException)
        {
            // Before the first commit there is none.
            return [];
        }
    }
}
