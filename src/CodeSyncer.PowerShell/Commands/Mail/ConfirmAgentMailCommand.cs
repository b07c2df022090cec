using System.Management.Automation;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Commands.Ledger;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Mail;

/// <summary>Says that mail is done with; with -Read only that it was read.</summary>
[Cmdlet(VerbsLifecycle.Confirm, "AgentMail", SupportsShouldProcess = true)]
[OutputType(typeof(AgentMail))]
public sealed class ConfirmAgentMailCommand : LedgerCommand
{
    private readonly List<string> _ids = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter]
    public SwitchParameter Read { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override bool HasInput => _ids.Count > 0;

    protected override void ProcessRecord() => _ids.AddRange(Id);

    protected override void Execute(LedgerAccess ledger)
    {
        var wanted = _ids.Where(id => ShouldProcess(id, Read ? "Mark mail read" : "Confirm mail")).ToList();
        var self = Mailroom.Self(ledger.Index(), ledger.Actor.Name);
        var mail = ledger.Change(change => wanted.Select(id => Read ? MailRules.Read(change, id, self) : MailRules.Ack(change, id, self)).ToList());
        if (PassThru)
            WriteObject(mail.Select(message => new AgentMail(message, ledger.Actor.Name, ledger.Repository.WorkTree ?? ledger.Repository.GitDirectory)), enumerateCollection: true);
    }
}
