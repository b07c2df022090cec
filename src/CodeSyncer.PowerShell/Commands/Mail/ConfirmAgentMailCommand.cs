using System.Management.Automation;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Commands.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Mail;

/// <summary>Says that mail is done with; with -Read only that it was read.</summary>
[Cmdlet(VerbsLifecycle.Confirm, "AgentMail", SupportsShouldProcess = true)]
[OutputType(typeof(AgentMail))]
public sealed class ConfirmAgentMailCommand : LedgerInputCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(MailCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter]
    public SwitchParameter Read { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override IEnumerable<string> Input => Id;

    protected override void Execute(LedgerAccess ledger, IReadOnlyList<string> input)
    {
        var wanted = input.Where(id => ShouldProcess(id, Read ? "Mark mail read" : "Confirm mail")).ToList();
        if (wanted.Count == 0)
            return;
        var self = Mailroom.Self(ledger.Index(), ledger.Actor.Name);
        var mail = ledger.Change(change => wanted.Select(id => Read ? MailRules.Read(change, id, self) : MailRules.Ack(change, id, self)).ToList());
        if (PassThru)
            WriteObject(mail.Select(message => new AgentMail(message, ledger.Actor.Name, ledger.Place)), enumerateCollection: true);
    }
}
