using System.Management.Automation;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Commands.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Mail;

/// <summary>Sends a message; with -ReplyTo answers in the thread of each message named or piped.</summary>
[Cmdlet(VerbsCommunications.Send, "AgentMail", SupportsShouldProcess = true, DefaultParameterSetName = "To")]
[OutputType(typeof(AgentMail))]
public sealed class SendAgentMailCommand : LedgerInputCommand
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "To")]
    [ArgumentCompleter(typeof(AgentCompleter))]
    [ValidateNotNullOrEmpty]
    public string To { get; set; } = "";

    [Parameter(Mandatory = true, ParameterSetName = "Reply", ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(MailCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] ReplyTo { get; set; } = [];

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
    [ArgumentCompleter(typeof(MailTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string Type { get; set; } = MailTypes.Notification;

    [Parameter(ParameterSetName = "To")]
    public SwitchParameter New { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override IEnumerable<string> Input => ReplyTo;

    protected override void Execute(LedgerAccess ledger, IReadOnlyList<string> input)
    {
        var sent = ParameterSetName == "Reply" ? Reply(ledger, input) : Send(ledger);
        if (PassThru)
            WriteObject(sent.Select(message => new AgentMail(message, ledger.Actor.Name, ledger.Place)), enumerateCollection: true);
    }

    private List<Message> Send(LedgerAccess ledger) => !ShouldProcess(To, "Send mail") ? [] :
    [
        Mailroom.Send(ledger.Store, ledger.Actor, new MailDraft(To, Subject!, Body) { Priority = MailPriority.Parse(Priority), Type = Type, IsNewAddress = New }),
    ];

    private List<Message> Reply(LedgerAccess ledger, IReadOnlyList<string> mail)
    {
        var wanted = mail.Where(id => ShouldProcess(id, "Answer mail")).ToList();
        if (wanted.Count == 0)
            return [];
        var self = Mailroom.Self(ledger.Index(), ledger.Actor.Name);
        return ledger.Change((change, ids) =>
            wanted.Select(id => MailRules.Reply(change, id, Body, ids with { Prefix = Message.IdPrefix }, self, Subject)).ToList());
    }
}
