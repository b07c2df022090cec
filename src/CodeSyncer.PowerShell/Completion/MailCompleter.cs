using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the ids of messages, the newest first, each with who wrote it and its subject.</summary>
public sealed class MailCompleter : LedgerCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(LedgerIndex index) =>
        index.Items(LedgerPath.MailKind).Select(fields => new Core.Ledger.Mail.Message(fields)).OrderByDescending(message => message.CreatedAt)
            .Select(message => (message.Id, $"{message.From}: {message.Subject}"));
}
