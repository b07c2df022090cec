using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommon.New, "Town", SupportsShouldProcess = true)]
[OutputType(typeof(TownInfo))]
public sealed class NewTownCommand : CodeSyncerCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    protected override void ProcessRecord() => GuardItem(() =>
    {
        var root = FullPath(Path);
        if (!ShouldProcess(root, "Make a town"))
            return;
        TownFounding.Create(root, Name);
        using var town = TownWorkspace.Open(root, isShell: true);
        WriteObject(TownInfo.Of(town));
    }, Path);
}
