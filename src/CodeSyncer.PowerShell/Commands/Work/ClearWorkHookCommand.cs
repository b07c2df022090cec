using System.Management.Automation;
using CodeSyncer.Platform.Work;
using CodeSyncer.PowerShell.Completion;

namespace CodeSyncer.PowerShell.Commands.Work;

/// <summary>Deletes the agent's saves of a work tree: all, or those of a branch. Saves from the pipeline name their branch.</summary>
[Cmdlet(VerbsCommon.Clear, "WorkHook", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class ClearWorkHookCommand : WorkCommand
{
    private readonly HashSet<(string Place, string? Branch)> _wanted = [];

    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WorkBranchCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Branch { get; set; }

    protected override void ProcessRecord() => Guard(() => _wanted.Add((Place, Branch)), Repository);

    protected override void EndProcessing()
    {
        foreach (var (place, branch) in _wanted)
            OnItem(() => OnWork(place, work => Clear(work, branch)), place, _wanted.Count);
    }

    protected override void Execute(WorkAccess work) => Clear(work, Branch);

    private void Clear(WorkAccess work, string? branch)
    {
        var root = work.Workspace.Root;
        var count = work.List(isAll: false, branch).Count(save => save.State.WorkTree == root);
        var where = branch is null ? "" : $" on branch '{branch}'";
        if (count == 0)
            Tell($"Nothing is saved for '{work.Actor.Name}'{where} in {root}");
        else if (ShouldProcess(root, $"Delete {count} {(count == 1 ? "save" : "saves")} of '{work.Actor.Name}'{where} for good"))
            _ = work.Clear(branch);
    }
}
