using System.Management.Automation;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Commands.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Mail;

[Cmdlet(VerbsCommon.Get, "AgentMail", DefaultParameterSetName = "Inbox")]
[OutputType(typeof(AgentMail))]
public sealed class GetAgentMailCommand : LedgerCommand
{
    [Parameter(ParameterSetName = "Inbox")]
    public SwitchParameter All { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Thread")]
    [ArgumentCompleter(typeof(MailCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Thread { get; set; }

    protected override void Execute(LedgerAccess ledger)
    {
        var reader = ledger.Actor.Name;
        WriteObject(Mail(ledger, reader).Select(message => new AgentMail(message, reader, ledger.Place)), enumerateCollection: true);
    }

    private IEnumerable<Message> Mail(LedgerAccess ledger, string reader)
    {
        if (Thread is null)
            return Mailroom.Inbox(Ask(ledger), reader, All);
        var thread = ledger.Store.Look(ledger.Actor, change => MailRules.Find(change, Thread)).ThreadId;
        return MailBox.Thread(thread, ledger.Index().Thread(thread).Select(fields => new Message(fields))).Select(entry => entry.Message);
    }
}
