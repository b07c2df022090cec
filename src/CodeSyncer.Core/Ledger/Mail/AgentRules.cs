using CodeSyncer.Core.Errors;

namespace CodeSyncer.Core.Ledger.Mail;

/// <summary>Registers and removes agents.</summary>
public static class AgentRules
{
    /// <summary>Makes an agent known; registered again it keeps what is not given anew. A removed one is back.</summary>
    /// <exception cref="CodeSyncerException">BadAddress: it is no name of an agent.</exception>
    public static AgentRecord Register(LedgerChange change, string name, string? role = null, string? rig = null)
    {
        if (MailAddress.Parse(name).Kind != MailAddressKind.Agent)
            throw MailErrors.BadAddress(name);
        return Put(change, name, $"agent register {name}", fields => WithText(WithText(fields, "role", role), "rig", rig));
    }

    /// <summary>Takes it out of the known ones, unless it has acted. Twice is fine.</summary>
    /// <exception cref="CodeSyncerException">UnknownAgent.</exception>
    public static AgentRecord Remove(LedgerChange change, string name)
    {
        var path = LedgerPath.Agent(name);
        if (change.Read(path) is not { } fields)
            throw MailErrors.UnknownAgent(name);
        var before = new AgentRecord(fields);
        if (before.IsRemoved)
            return before;
        var removed = fields.With("status", BeadStatus.Tombstone).With("deleted_at", change.Now).With("deleted_by", change.Actor.Name)
            .With("updated_at", LedgerClock.After(before.UpdatedAt, change));
        change.Write(path, removed);
        change.Note($"agent remove {name}");
        return new AgentRecord(removed);
    }

    /// <summary>The record of an address, or null where it has none or was removed.</summary>
    public static AgentRecord? Find(LedgerChange change, string name) =>
        change.Read(LedgerPath.Agent(name)) is { } fields && new AgentRecord(fields) is { IsRemoved: false } record ? record : null;

    /// <summary>Makes an address known that mail is sent to.</summary>
    internal static void Meet(LedgerChange change, string address) => Put(change, address, $"agent known {address}", fields => fields);

    private static AgentRecord Put(LedgerChange change, string name, string note, Func<JsonFields, JsonFields> set)
    {
        var path = LedgerPath.Agent(name);
        var before = change.Read(path);
        var fields = set(before ?? JsonFields.Empty.With("name", name).With("created_at", change.Now).With("created_by", change.Actor.Name))
            .Without("status").Without("deleted_at").Without("deleted_by");
        if (before?.Equals(fields) == true)
            return new AgentRecord(fields);
        fields = fields.With("updated_at", before is null ? change.Now : LedgerClock.After(new AgentRecord(before).UpdatedAt, change));
        change.Write(path, fields);
        change.Note(note);
        return new AgentRecord(fields);
    }

    private static JsonFields WithText(JsonFields fields, string key, string? text) => string.IsNullOrEmpty(text) ? fields : fields.With(key, text);
}
