using System.Management.Automation;
using CodeSyncer.Platform.Work;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Work;

/// <summary>Lists saves, newest first, or shows those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "WorkHook", DefaultParameterSetName = "List")]
[OutputType(typeof(WorkHookInfo))]
public sealed class GetWorkHookCommand : WorkCommand
{
    private readonly List<(string Place, string Id)> _wanted = [];

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WorkHookCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter(ParameterSetName = "List")]
    public SwitchParameter All { get; set; }

    [Parameter(ParameterSetName = "List")]
    [ArgumentCompleter(typeof(WorkBranchCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Branch { get; set; }

    [Parameter(ParameterSetName = "List")]
    [ValidateRange(1, int.MaxValue)]
    public int Newest { get; set; } = int.MaxValue;

    [Parameter(ParameterSetName = "Id")]
    [Parameter(Mandatory = true, ParameterSetName = "Lost")]
    public SwitchParameter Difference { get; set; }

    protected override void ProcessRecord()
    {
        if (Id.Length == 0)
            base.ProcessRecord();
        else
            Guard(() => _wanted.AddRange(Id.Select(id => (Place, id))), Repository);
    }

    protected override void EndProcessing()
    {
        base.EndProcessing();
        foreach (var (place, id) in _wanted)
            GuardItem(() => OnWork(place, work => WriteObject(Shown(work, work.Find(id), _wanted.Count == 1))), id);
    }

    protected override void Execute(WorkAccess work)
    {
        if (ParameterSetName == "Lost")
        {
            WriteObject(Shown(work, work.FindGone(), isWhole: true));
            return;
        }

        foreach (var save in work.List(All, Branch).Take(Newest))
        {
            Cancelled.ThrowIfCancellationRequested();
            var info = new WorkHookInfo(save, PlaceOf(work));
            WriteObject(All ? info.Among() : info);
        }
    }

    /// <summary>One save that was asked for is shown whole, not as a row.</summary>
    private object Shown(WorkAccess work, SavedWork save, bool isWhole)
    {
        var difference = Difference ? WithPatience("Comparing the work tree", () => work.Diff(save, isSummary: false)) : null;
        var info = new WorkHookInfo(save, PlaceOf(work), difference);
        return isWhole ? info.Whole() : info;
    }
}
