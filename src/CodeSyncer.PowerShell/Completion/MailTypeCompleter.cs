using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the types of mail that have a meaning.</summary>
public sealed class MailTypeCompleter : LedgerCompleter
{
    private protected override IEnumerable<string> Words(string command) => MailTypes.Known;
}
