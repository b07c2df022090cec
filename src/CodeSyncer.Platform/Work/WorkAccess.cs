using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Platform.Work;

/// <summary>The saved work of an agent in a work tree: what every front opens.</summary>
public sealed class WorkAccess : IDisposable
{
    private readonly SavedWorks _saves;

    /// <param name="agent">Who acts; null: the environment says, or git.</param>
    /// <param name="isShell">See <see cref="ActingAgent"/>.</param>
    /// <exception cref="Core.Errors.CodeSyncerException">There is no repository, or nobody says who acts.</exception>
    public WorkAccess(Workspace workspace, string? agent, bool isShell = false)
    {
        Workspace = workspace;
        Actor = new ActingAgent(workspace.Repository, Environment.GetEnvironmentVariable, isShell).Actor(agent);
        _saves = new SavedWorks(workspace.Repository);
    }

    public Workspace Workspace { get; }

    public Actor Actor { get; }

    public SaveResult Save(SaveRequest request) =>
        new WorkSave(Workspace, Actor).Run(request with { Generation = request.Generation ?? Environment.GetEnvironmentVariable("CODESYNCER_GENERATION") });

    /// <summary>Saves, newest first.</summary>
    /// <param name="isAll">Those of every agent.</param>
    public IEnumerable<SavedWork> List(bool isAll, string? branch = null) => _saves.All(isAll ? null : Actor.Name, branch);

    /// <inheritdoc cref="SavedWorks.Find"/>
    public SavedWork Find(string? id) => _saves.Find(Actor, id);

    /// <summary>
    /// The save to restore where none is named: the newest of this agent and branch that holds work which is gone from the
    /// work tree. After a <c>reset --hard</c> the newest of all shows the emptied tree.
    /// </summary>
    public SavedWork FindGone()
    {
        var uncommitted = Uncommitted.Paths(Workspace.Repository);
        var missing = new MissingWork(Workspace);
        return _saves.Latest(Actor.Name).FirstOrDefault(save => missing.Of(save, uncommitted).Count > 0) ?? Find(null);
    }

    public string Diff(SavedWork work, bool isSummary) => new WorkComparison(Workspace).Diff(work, isSummary);

    /// <param name="directory">A new work tree; null: this one.</param>
    public RestoreResult Restore(SavedWork work, string? directory)
    {
        var restore = new WorkRestore(Workspace);
        return directory is null ? restore.Restore(work) : restore.RestoreTo(work, Path.GetFullPath(directory));
    }

    /// <returns>How many branches of saves went.</returns>
    public int Clear(string? branch) => new WorkUpkeep(Workspace).Clear(Actor.Name, branch);

    public void Dispose() => _saves.Dispose();
}
