using System.Management.Automation;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Commands.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Mail;

[Cmdlet(VerbsCommunications.Send, "AgentMail", SupportsShouldProcess = true, DefaultParameterSetName = "To")]
[OutputType(typeof(AgentMail))]
public sealed class SendAgentMailCommand : LedgerCommand
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "To")]
    [ArgumentCompleter(typeof(AgentCompleter))]
    [ValidateNotNullOrEmpty]
    public string To { get; set; } = "";

    [Parameter(Mandatory = true, ParameterSetName = "Reply", ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string ReplyTo { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "To")]
    [Parameter(ParameterSetName = "Reply")]
    public string? Subject { get; set; }

    [Parameter(Mandatory = true, Position = 2)]
    [AllowEmptyString]
    public string Body { get; set; } = "";

    [Parameter(ParameterSetName = "To")]
    [ValidateSet("urgent", "high", "normal", "low", "lowest")]
    public string Priority { get; set; } = "normal";

    [Parameter(ParameterSetName = "To")]
    public string Type { get; set; } = MailTypes.Notification;

    [Parameter(ParameterSetName = "To")]
    public SwitchParameter New { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void Execute(LedgerAccess ledger)
    {
        if (!ShouldProcess(ParameterSetName == "Reply" ? ReplyTo : To, "Send mail"))
            return;
        var message = ParameterSetName == "Reply" ? Reply(ledger) : Mailroom.Send(ledger.Store, ledger.Actor, new MailDraft(To, Subject!, Body)
        {
            Priority = MailPriority.Parse(Priority),
            Type = Type,
            IsNewAddress = New,
        });
        if (PassThru)
            WriteObject(new AgentMail(message, ledger.Actor.Name, ledger.Repository.WorkTree ?? ledger.Repository.GitDirectory));
    }

    private Message Reply(LedgerAccess ledger)
    {
        var self = Mailroom.Self(ledger.Index(), ledger.Actor.Name);
        return ledger.Change((change, ids) => MailRules.Reply(change, ReplyTo, Body, ids with { Prefix = Message.IdPrefix }, self, Subject));
    }
}
