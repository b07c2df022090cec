using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommon.New, "Rig", SupportsShouldProcess = true)]
[OutputType(typeof(RigInfo))]
public sealed class NewRigCommand : TownCommand
{
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Path", "Url")]
    [ValidateNotNullOrEmpty]
    public string Source { get; set; } = "";

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Target { get; set; }

    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSeconds { get; set; } = 600;

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input)
    {
        if (!ShouldProcess(Source, $"Add the rig {Name}"))
            return;
        var source = !Source.Contains("://", StringComparison.Ordinal) && FullPath(Source) is var path && Directory.Exists(path) ? path : Source;
        var rig = WithPatience($"Adding {Name}", () => new RigDesk(town).Add(Name, source, Target, TimeSpan.FromSeconds(TimeoutSeconds)));
        WriteObject(new RigInfo(new TownReader(town).Read().Rigs.First(status => status.Settings.Name == rig.Name), town.Root));
    }
}
