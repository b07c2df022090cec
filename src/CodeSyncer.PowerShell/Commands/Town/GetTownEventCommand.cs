using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommon.Get, "TownEvent")]
[OutputType(typeof(TownEventInfo))]
public sealed class GetTownEventCommand : TownCommand
{
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? About { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Newest { get; set; }

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input) =>
        WriteObject(TownLog.Read(town.Store.Repository, About, Newest).Select(entry => new TownEventInfo(entry, town.Root)), enumerateCollection: true);
}
