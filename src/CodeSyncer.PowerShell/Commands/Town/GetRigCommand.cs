using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommon.Get, "Rig")]
[OutputType(typeof(RigInfo))]
public sealed class GetRigCommand : TownCommand
{
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(RigCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input)
    {
        var rigs = new TownReader(town).Read().Rigs;
        foreach (var name in Name)
        {
            if (!WildcardPattern.ContainsWildcardCharacters(name))
                GuardItem(() => town.Rig(name), name);
            var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            WriteObject(rigs.Where(rig => pattern.IsMatch(rig.Settings.Name)).Select(rig => new RigInfo(rig, town.Root)), enumerateCollection: true);
        }
    }
}
