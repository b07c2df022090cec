using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Platform.Ledger;

/// <summary>Mail of a ledger: who is known, what is for whom.</summary>
public static class Mailroom
{
    /// <exception cref="CodeSyncerException">The address is not known (the error names the nearest), or the message is none.</exception>
    public static Message Send(LedgerStore store, Actor actor, MailDraft draft) => store.Change(actor, (change, ids) =>
        MailRules.Send(change, draft, Book(store.Index()), ids with { Prefix = Message.IdPrefix }));

    /// <summary>All who can be written to.</summary>
    public static AddressBook Book(LedgerIndex index) => new([], Agents(index));

    /// <summary>What is registered of an agent, if anything.</summary>
    public static AgentRecord? Self(LedgerIndex index, string agent) => Book(index).Record(agent);

    /// <summary>The mail of an agent and of its groups, the most urgent first.</summary>
    /// <param name="isAll">What is read too.</param>
    public static IReadOnlyList<Message> Inbox(LedgerIndex index, string agent, bool isAll)
    {
        var self = Self(index, agent);
        var addresses = index.MailAddresses().Where(address => address == agent || Reaches(address, agent, self)).ToList();
        return MailBox.Inbox(agent, index.MailTo(addresses).Select(fields => new Message(fields)), self, isAll);
    }

    /// <summary>All records of agents, removed ones too.</summary>
    public static IEnumerable<AgentRecord> Agents(LedgerIndex index) => index.Items(LedgerPath.Agents).Select(fields => new AgentRecord(fields));

    private static bool Reaches(string address, string agent, AgentRecord? self)
    {
        try
        {
            return MailAddress.Parse(address) is var to && to.Kind != MailAddressKind.Agent && to.Reaches(agent, self);
        }
        catch (CodeSyncerException)
        {
            // It came by a merge or from elsewhere, and is for nobody.
            return false;
        }
    }
}
