using System.Management.Automation;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Work;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Work;

/// <summary>Brings one save back. Of several that come down the pipeline none is taken: a work tree holds one.</summary>
[Cmdlet(VerbsData.Restore, "WorkHook", SupportsShouldProcess = true)]
[OutputType(typeof(WorkHookRestore))]
public sealed class RestoreWorkHookCommand : WorkCommand
{
    private readonly List<(string Place, string? Id)> _wanted = [];

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WorkHookCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Id { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    protected override void ProcessRecord() => Guard(() => _wanted.Add((Place, Id)), Repository);

    protected override void EndProcessing()
    {
        if (_wanted.Count > 1)
            Guard(() => throw WorkErrors.SeveralSaves(_wanted.Count), null);
        foreach (var (place, id) in _wanted)
            Guard(() => OnWork(place, work => Restore(work, id)), id ?? place);
    }

    protected override void Execute(WorkAccess work) => Restore(work, Id);

    private void Restore(WorkAccess work, string? id)
    {
        var save = id is null ? work.FindGone() : work.Find(id);
        var directory = Destination is null ? null : FullPath(Destination);
        var info = new WorkHookInfo(save, PlaceOf(work));
        if (!ShouldProcess(directory ?? work.Workspace.Root, $"Restore {info.ShortId} of {info.Time:yyyy-MM-dd HH:mm}, {info.Branch ?? "no branch"} ({info.Event})"))
            return;
        var restored = WithPatience("Restoring the work tree", () => work.Restore(save, directory));
        if (restored.OperationLeftOut is { } operation)
            Warn($"the {operation} that was in progress is not restored: its branch is checked out in another work tree");
        WarnOfLeftOut(restored.LeftOut, save.State.LeftOutCount);
        WriteObject(new WorkHookRestore(restored));
    }
}
