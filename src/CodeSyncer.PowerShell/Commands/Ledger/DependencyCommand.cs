using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.PowerShell.Completion;

namespace CodeSyncer.PowerShell.Commands.Ledger;

/// <summary>A cmdlet on one dependency of beads.</summary>
public abstract class DependencyCommand : BeadsCommand
{
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(BeadCompleter))]
    [ValidateNotNullOrEmpty]
    public string DependsOn { get; set; } = "";

    [Parameter]
    [ArgumentCompleter(typeof(DependencyTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string Type { get; set; } = DependencyType.Blocks;
}
