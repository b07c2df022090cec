using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>Finds saves.</summary>
public sealed class SavedWorks(GitRepository repository) : IDisposable
{
    private const int ShortestId = 4;
    private const int MostLatest = 50;

    private readonly WorkStore _store = new(repository);

    /// <summary>The newest save of an agent on the branch that is checked out here; null: none.</summary>
    public SavedWork? Newest(string agent) => Newest(agent, WorkPlace.Branch(new HeadReader(repository)));

    /// <param name="branch">Short name; null: a detached HEAD.</param>
    public SavedWork? Newest(string agent, string? branch) =>
        _store.Exists && _store.Branch(_store.BranchOf(agent, branch)).Tip() is { } tip ? _store.Open(tip) : null;

    /// <summary>Saves, newest first; those that cannot be read are left out.</summary>
    /// <param name="agent">Only this agent's; null: all.</param>
    /// <param name="branch">Only of this branch; null: all.</param>
    public IEnumerable<SavedWork> All(string? agent = null, string? branch = null)
    {
        if (!_store.Exists)
            return [];
        var tips = _store.Branches(agent).Select(found => _store.Branch(found).Tip()).OfType<string>().ToList();
        return Ids(tips).Select(TryOpen).OfType<SavedWork>().Where(work => branch is null || work.State.Branch == branch)
            .OrderByDescending(work => work.State.Time);
    }

    /// <summary>The newest saves of an agent on the branch that is checked out here, newest first.</summary>
    public IEnumerable<SavedWork> Latest(string agent)
    {
        var count = 0;
        for (var save = Newest(agent); save is not null && count < MostLatest; save = save.Parent is null ? null : TryOpen(save.Parent), count++)
            yield return save;
    }

    /// <summary>The save that an id, or the beginning of one, names; null: the newest of this agent and branch.</summary>
    /// <exception cref="CodeSyncerException">There is none, or there are several.</exception>
    public SavedWork Find(Actor actor, string? id)
    {
        if (id is null)
        {
            var branch = WorkPlace.Branch(new HeadReader(repository));
            return Newest(actor.Name, branch) ?? throw WorkErrors.Nothing(actor.Name, branch is null ? "on a detached HEAD" : $"on branch '{branch}'");
        }

        var ids = id.Length < ShortestId || !id.All(char.IsAsciiHexDigit) || !_store.Exists ? []
            : Ids([.. _store.Branches().Select(found => _store.Branch(found).Tip()).OfType<string>()])
                .Where(known => known.StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToList();
        return ids.Count switch
        {
            1 => _store.Open(ids[0]),
            0 => throw WorkErrors.Unknown(id),
            _ => throw WorkErrors.Ambiguous(id, ids),
        };
    }

    public void Dispose() => _store.Dispose();

    private List<string> Ids(List<string> tips)
    {
        if (tips.Count == 0)
            return [];
        var input = System.Text.Encoding.ASCII.GetBytes(string.Join('\n', tips) + "\n");
        return [.. System.Text.Encoding.ASCII.GetString(_store.GitAlone().BytesWithInput(input, "rev-list", "--stdin")).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private SavedWork? TryOpen(string id)
    {
        try
        {
            return _store.Open(id);
        }
        catch (CodeSyncerException)
        {
            return null;
        }
    }
}
