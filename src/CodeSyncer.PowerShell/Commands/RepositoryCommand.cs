using System.Management.Automation;
using CodeSyncer.Platform;

namespace CodeSyncer.PowerShell.Commands;

/// <summary>A cmdlet that answers for one repository: the one named, else the one of the current location.</summary>
public abstract class RepositoryCommand : CodeSyncerCommand
{
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Repository { get; set; }

    protected string StartDirectory => Repository is null ? CurrentDirectory : FullPath(Repository);

    protected Workspace OpenWorkspace() => Workspace.Open(StartDirectory);

    protected sealed override void EndProcessing() => Guard(Execute, Repository ?? CurrentDirectory);

    /// <summary>The cmdlet's work, once its input has ended.</summary>
    protected abstract void Execute();
}
