using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.Core.Town;

/// <summary>Mail that the town itself writes, within a change of its own.</summary>
internal static class TownMail
{
    private const int LongestBody = 60_000;

    private static readonly AddressBook Nobody = new([], []);

    public static Message Send(LedgerChange change, string to, string subject, string body, string type, int priority, BeadIdSource ids) => MailRules.Send(
        change,
        new MailDraft(to, Line(subject), body.Length <= LongestBody ? body : "… " + body[^LongestBody..]) { Type = type, Priority = priority, IsNewAddress = true },
        Nobody,
        ids with { Prefix = Message.IdPrefix });

    private static string Line(string text)
    {
        var line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return line.Length <= 120 ? line : line[..119] + "…";
    }
}
