using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Ledger.Mail;

/// <summary>
/// Who can be written to: those who have acted in the ledger, those registered in <c>agents/</c> or sent to with
/// <c>--new</c>, and the groups of everybody. A misspelled name must not swallow mail.
/// </summary>
/// <param name="acted">Names of those who have acted: authors, assignees, senders.</param>
/// <param name="registered">All records of <c>agents/</c>; removed ones do not count.</param>
public sealed class AddressBook(IEnumerable<string> acted, IEnumerable<AgentRecord> registered)
{
    private readonly HashSet<string> _acted = new(acted, StringComparer.Ordinal);
    private readonly Dictionary<string, AgentRecord> _records = ByName(registered);

    /// <summary>All that is known, sorted, the groups last: for completion.</summary>
    public IEnumerable<string> Known =>
        _acted.Union(_records.Keys).Order(StringComparer.Ordinal).Union(["@crew", "@town"]).Union(Rigs().Order(StringComparer.Ordinal).Select(rig => $"@rig/{rig}"));

    public AgentRecord? Record(string name) => _records.GetValueOrDefault(name);

    public bool Knows(MailAddress address) => address.Kind switch
    {
        MailAddressKind.Crew or MailAddressKind.Town => true,
        MailAddressKind.Rig => _records.ContainsKey(address.ToString()) || Rigs().Contains(address.Name),
        _ => _acted.Contains(address.ToString()) || _records.ContainsKey(address.ToString()),
    };

    /// <exception cref="CodeSyncerException">UnknownRecipient, naming the nearest that is known.</exception>
    public void Check(MailAddress address)
    {
        if (!Knows(address))
            throw MailErrors.UnknownRecipient(address.ToString(), NearestWord.Of(address.ToString(), Known));
    }

    private HashSet<string> Rigs() =>
        [.. _acted.Union(_records.Keys).Where(name => name.IndexOf('/') is > 0 && name[0] != '@').Select(name => name[..name.IndexOf('/')]),
         .. _records.Values.Select(record => record.Rig).OfType<string>()];

    private static Dictionary<string, AgentRecord> ByName(IEnumerable<AgentRecord> registered)
    {
        var records = new Dictionary<string, AgentRecord>(StringComparer.Ordinal);
        foreach (var record in registered.Where(record => !record.IsRemoved))
            records[record.Name] = record;
        return records;
    }
}
