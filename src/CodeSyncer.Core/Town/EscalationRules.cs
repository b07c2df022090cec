using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.Core.Town;

/// <summary>Raises what needs somebody, and notes who has seen it.</summary>
public static class EscalationRules
{
    public static Escalation Raise(LedgerChange change, string severity, string subject, string body, string? bead, BeadIdSource ids)
    {
        Severity.Check(severity);
        var message = TownMail.Send(change, AgentAddress.Mayor, subject, body, Escalation.Type, Severity.Priority(severity), ids);
        var fields = message.Fields.With("severity", severity);
        if (bead is not null)
            fields = fields.With("bead", bead);
        change.Write(LedgerPath.Mail(message.Id), fields);
        return new Escalation(new Message(fields));
    }

    /// <summary>Somebody takes care of it. Twice is fine.</summary>
    /// <exception cref="CodeSyncerException">There is none of this id.</exception>
    public static Escalation Acknowledge(LedgerChange change, string id)
    {
        var escalation = Escalation.Of(MailRules.Find(change, id).Fields) ?? throw TownErrors.NoEscalation(id);
        return escalation.IsOpen
            ? Save(change, escalation, fields => fields.With("acknowledged_by", change.Actor.Name).With("acknowledged_at", change.Now), $"acknowledge {escalation.Id}")
            : escalation;
    }

    /// <summary>Makes one that waits for too long more severe, and tells whoever raised it. Null: not due.</summary>
    public static Escalation? RaiseAgain(LedgerChange change, string id, TimeSpan age, BeadIdSource ids)
    {
        if (change.Read(LedgerPath.Mail(id)) is not { } fields || Escalation.Of(fields) is not { IsOpen: true } escalation || change.Now - (escalation.RaisedAt ?? escalation.CreatedAt) < age)
            return null;
        var severity = Severity.Next(escalation.Severity);
        var raised = Save(change, escalation, it => it.With("severity", severity).With("raised_at", change.Now), $"raise {id} to {severity}");
        TownMail.Send(change, AgentAddress.Mayor, $"Nobody has answered {id} ({severity}): {escalation.Message.Subject}",
            $"It waits since {LedgerTime.Write(escalation.CreatedAt)}. Acknowledge it with 'codesyncer escalate ack {id}'.", MailTypes.Notification, Severity.Priority(severity), ids);
        return raised;
    }

    private static Escalation Save(LedgerChange change, Escalation before, Func<JsonFields, JsonFields> set, string note)
    {
        var fields = set(before.Message.Fields).With("updated_at", LedgerClock.After(before.Message.Fields.Time("updated_at") ?? before.CreatedAt, change));
        change.Write(LedgerPath.Mail(before.Id), fields);
        change.Note(note);
        return new Escalation(new Message(fields));
    }
}
