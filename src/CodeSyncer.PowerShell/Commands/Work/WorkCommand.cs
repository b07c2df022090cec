using System.Management.Automation;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Work;
using CodeSyncer.PowerShell.Completion;

namespace CodeSyncer.PowerShell.Commands.Work;

/// <summary>A cmdlet on the saved work of an agent in a repository: the one named, else the one of the current location.</summary>
public abstract class WorkCommand : CodeSyncerCommand
{
    private const int MostNamed = 10;

    private readonly List<string> _places = [];

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Repository { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(WorkAgentCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Agent { get; set; }

    /// <summary>A folder in the repository of the current record.</summary>
    protected string Place => Repository is null ? CurrentDirectory : FullPath(Repository);

    protected override void ProcessRecord() => Guard(() =>
    {
        if (!_places.Contains(Place))
            _places.Add(Place);
    }, Repository);

    /// <summary>Once for each repository; of a pipeline that gave nothing, for none.</summary>
    protected override void EndProcessing()
    {
        foreach (var place in _places)
            OnItem(() => OnWork(place, Execute), place, _places.Count);
    }

    /// <summary>The cmdlet's work.</summary>
    protected abstract void Execute(WorkAccess work);

    protected void OnWork(string place, Action<WorkAccess> run)
    {
        using var work = new WorkAccess(Workspace.Open(place), Agent, isShell: true);
        run(work);
    }

    /// <summary>An error of the only item ends the cmdlet, one of several only that item.</summary>
    private protected void OnItem(Action action, object target, int count)
    {
        if (count == 1)
            Guard(action, target);
        else
            GuardItem(action, target);
    }

    /// <summary>Says what a save does not hold, a line each.</summary>
    protected void WarnOfLeftOut(IReadOnlyList<LeftOut> left, int count)
    {
        foreach (var file in left.Take(MostNamed))
            Warn($"not saved: {file.Path} {file.Reason}");
        if (count > MostNamed)
            Warn($"not saved: {count - MostNamed} more");
    }

    private protected static string PlaceOf(WorkAccess work) => work.Workspace.Repository.WorkTree ?? work.Workspace.Repository.GitDirectory;
}
