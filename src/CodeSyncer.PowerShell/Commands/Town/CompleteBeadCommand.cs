using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsLifecycle.Complete, "Bead", SupportsShouldProcess = true)]
[OutputType(typeof(BeadInfo))]
public sealed class CompleteBeadCommand : TownCommand
{
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Message { get; set; }

    [Parameter]
    [ValidateSet(DoneRun.Code, DoneRun.Report, DoneRun.NoChange)]
    public string? Result { get; set; }

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input)
    {
        var place = Town is null ? CurrentDirectory : FullPath(Town);
        if (!ShouldProcess(place, "Hand in what was done here"))
            return;
        var answer = WithPatience("Handing in", () => new DoneRun(town, place).Run(Result, Message));
        foreach (var path in answer.LeftOut)
            Warn($"not committed: {path} looks like a secret, or is too large");
        TownTick.Ask(town);
        WriteObject(new BeadInfo(answer.Bead, town.Root));
    }
}
