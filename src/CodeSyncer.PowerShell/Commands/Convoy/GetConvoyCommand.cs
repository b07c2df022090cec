using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Convoy;

[Cmdlet(VerbsCommon.Get, "Convoy")]
[OutputType(typeof(ConvoyInfo))]
public sealed class GetConvoyCommand : ConvoyCommand
{
    private readonly List<string> _ids = [];

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConvoyCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter]
    public SwitchParameter All { get; set; }

    protected override bool HasInput => _ids.Count > 0;

    protected override void ProcessRecord() => _ids.AddRange(Id);

    protected override void Execute(LedgerAccess ledger)
    {
        if (_ids.Count == 0)
        {
            var place = ledger.Repository.WorkTree ?? ledger.Repository.GitDirectory;
            WriteObject(View(ledger).All().Where(convoy => All || !convoy.Convoy.IsClosed).Select(convoy => new ConvoyInfo(convoy, place)), enumerateCollection: true);
            return;
        }

        foreach (var id in _ids)
            GuardItem(() => WriteObject(Info(new(ledger.Index().Item(LedgerPath.Convoys, ledger.FindConvoy(id))!), ledger)), id);
    }
}
