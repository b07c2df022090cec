using System.Management.Automation;
using CodeSyncer.Platform.Work;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Work;

/// <summary>Saves the work tree. It always gives the save: its id is what one needs later.</summary>
[Cmdlet(VerbsData.Save, "WorkHook", SupportsShouldProcess = true)]
[OutputType(typeof(WorkHookInfo))]
public sealed class SaveWorkHookCommand : WorkCommand
{
    [Parameter(Position = 0)]
    public string? Note { get; set; }

    [Parameter]
    public string? Step { get; set; }

    [Parameter]
    public SwitchParameter IncludeSecret { get; set; }

    protected override void Execute(WorkAccess work)
    {
        var root = work.Workspace.Root;
        if (!ShouldProcess(root, "Save the work tree"))
            return;
        var request = new SaveRequest("asked") { Note = Note, Step = Step, IncludeSecrets = IncludeSecret };
        var saved = WithPatience("Saving the work tree", () => work.Save(request));
        var state = saved.Work.State;
        WarnOfLeftOut(state.LeftOut, state.LeftOutCount);
        if (state.IsHistoryLeftOut)
            Warn("the commits that were never pushed are not in it: they are larger than a save may be (work.max_save)");
        if (!saved.IsNew)
            Tell("Nothing has changed since this save:");
        WriteObject(new WorkHookInfo(saved.Work, root));
    }
}
