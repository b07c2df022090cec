using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsLifecycle.Start, "Mayor", SupportsShouldProcess = true)]
public sealed class StartMayorCommand : TownCommand
{
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(TownProgramCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Program { get; set; }

    [Parameter(ValueFromRemainingArguments = true)]
    public string[] ArgumentList { get; set; } = [];

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input)
    {
        if (!ShouldProcess(town.Root, "Open the mayor"))
            return;
        var code = new MayorSession(town).Run(Program, ArgumentList);
        if (code != 0)
            Warn($"the mayor's agent ended with exit code {code}");
    }
}
