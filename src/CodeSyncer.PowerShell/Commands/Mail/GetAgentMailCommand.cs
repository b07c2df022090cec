using System.Management.Automation;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Commands.Ledger;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Mail;

/// <summary>Looks at mail and marks nothing: that is for Confirm-AgentMail.</summary>
[Cmdlet(VerbsCommon.Get, "AgentMail", DefaultParameterSetName = "Inbox")]
[OutputType(typeof(AgentMail))]
public sealed class GetAgentMailCommand : LedgerInputCommand
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(MailCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    [Parameter(ParameterSetName = "Inbox")]
    public SwitchParameter All { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Thread")]
    [ArgumentCompleter(typeof(MailCompleter))]
    [ValidateNotNullOrEmpty]
    public string Thread { get; set; } = "";

    protected override IEnumerable<string> Input => Id;

    protected override void Execute(LedgerAccess ledger, IReadOnlyList<string> input)
    {
        var index = Ask(ledger);
        if (ParameterSetName == "Inbox")
            Write(Mailroom.Inbox(index, ledger.Actor.Name, All), ledger);
        if (ParameterSetName == "Thread" && Find(ledger, Thread).ThreadId is var thread)
            Write(MailBox.Thread(thread, index.Thread(thread).Select(fields => new Message(fields))).Select(entry => entry.Message), ledger);
        foreach (var id in input)
            GuardItem(() => WriteObject(Shown(new AgentMail(Find(ledger, id), ledger.Actor.Name, ledger.Place), input.Count == 1)), id);
    }

    private static Message Find(LedgerAccess ledger, string part) => ledger.Store.Look(ledger.Actor, change => MailRules.Find(change, part));

    /// <summary>One message that was asked for is shown whole, not as a row.</summary>
    private static object Shown(AgentMail mail, bool isWhole) => isWhole ? mail.Whole() : mail;

    private void Write(IEnumerable<Message> mail, LedgerAccess ledger) =>
        WriteObject(mail.Select(message => new AgentMail(message, ledger.Actor.Name, ledger.Place)), enumerateCollection: true);
}
