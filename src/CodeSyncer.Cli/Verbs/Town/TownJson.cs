using System.Text.Json;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs.Town;

/// <summary>A town as JSON.</summary>
internal static class TownJson
{
    public static void Write(Utf8JsonWriter writer, TownStatus status)
    {
        writer.WriteStartObject();
        writer.WriteString("name", status.Name);
        writer.WriteString("root", status.Root);
        writer.WriteBoolean("stopped", status.IsStopped);
        writer.WriteBoolean("supervised", status.HasSupervisor);
        writer.WritePropertyName("rigs");
        Write(writer, status.Rigs);
        writer.WritePropertyName("agents");
        Write(writer, status.Agents);
        writer.WriteStartArray("convoys");
        foreach (var convoy in status.Convoys)
        {
            writer.WriteStartObject();
            writer.WriteString("id", convoy.Convoy.Id);
            writer.WriteString("name", convoy.Convoy.Name);
            writer.WriteString("status", convoy.Status.ToString().ToLowerInvariant());
            writer.WriteNumber("total", convoy.Total);
            writer.WriteNumber("done", convoy.Done);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("queue");
        WriteQueue(writer, status.Queue);
        writer.WriteTexts("waiting", status.Waiting.Select(bead => bead.Id));
        writer.WritePropertyName("escalations");
        Write(writer, status.Escalations);
        writer.WriteStartObject("beads");
        foreach (var (word, count) in status.Beads)
            writer.WriteNumber(word, count);
        writer.WriteEndObject();
        writer.WriteNumber("unread_of_mayor", status.UnreadOfMayor);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<RigStatus> rigs)
    {
        writer.WriteStartArray();
        foreach (var rig in rigs)
        {
            writer.WriteStartObject();
            writer.WriteString("name", rig.Settings.Name);
            writer.WriteString("path", rig.Path);
            Optional(writer, "remote", rig.Settings.Remote);
            writer.WriteString("target", rig.Settings.Target);
            Optional(writer, "tip", rig.Tip);
            writer.WriteNumber("polecats", rig.Polecats);
            writer.WriteNumber("working", rig.Working);
            writer.WriteNumber("crew", rig.Crew);
            writer.WriteNumber("queued", rig.Queued);
            Optional(writer, "problem", rig.Problem);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<AgentStatus> agents)
    {
        writer.WriteStartArray();
        foreach (var agent in agents)
        {
            writer.WriteStartObject();
            writer.WriteString("agent", agent.Name);
            writer.WriteString("rig", agent.Slot.Address!.Rig);
            writer.WriteString("state", agent.State);
            writer.WriteString("reason", agent.Verdict.Reason);
            Optional(writer, "bead", agent.Bead?.Id);
            Optional(writer, "title", agent.Bead?.Title);
            Optional(writer, "branch", agent.Slot.Branch);
            Optional(writer, "program", agent.Slot.Program);
            Optional(writer, "generation", agent.Slot.Generation);
            writer.WriteNumber("attempts", agent.Slot.Attempts);
            Optional(writer, "process", agent.Run?.Process?.ToString());
            Optional(writer, "log", agent.Run?.Log);
            if (agent.Run?.ExitCode is { } code)
                writer.WriteNumber("exit_code", code);
            Optional(writer, "since", agent.Since is { } since ? LedgerTime.Write(since) : null);
            Optional(writer, "seen", agent.Seen is { } seen ? LedgerTime.Write(seen) : null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<SlingResult> results)
    {
        writer.WriteStartArray();
        foreach (var result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("bead", result.Bead.Id);
            writer.WriteString("outcome", result.Outcome.ToString().ToLowerInvariant());
            Optional(writer, "agent", result.Agent?.ToString());
            Optional(writer, "reason", result.Reason);
            Optional(writer, "convoy", result.Convoy);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, DoneAnswer answer)
    {
        writer.WriteStartObject();
        writer.WriteString("bead", answer.Bead.Id);
        writer.WriteString("status", answer.Bead.Status);
        Optional(writer, "branch", answer.Submission?.Branch);
        Optional(writer, "head", answer.Submission?.Head);
        Optional(writer, "target", answer.Submission?.Target);
        writer.WriteBoolean("repeated", answer.IsRepeated);
        writer.WriteTexts("left_out", answer.LeftOut);
        writer.WriteEndObject();
    }

    public static void WriteQueue(Utf8JsonWriter writer, IReadOnlyList<Bead> queue)
    {
        writer.WriteStartArray();
        foreach (var bead in queue)
        {
            var submission = Submission.Of(bead)!;
            writer.WriteStartObject();
            writer.WriteString("bead", bead.Id);
            writer.WriteString("rig", submission.Rig);
            writer.WriteString("target", submission.Target);
            writer.WriteString("branch", submission.Branch);
            writer.WriteString("head", submission.Head);
            writer.WriteString("agent", submission.Agent);
            writer.WriteString("at", LedgerTime.Write(submission.At));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Escalation> escalations)
    {
        writer.WriteStartArray();
        foreach (var escalation in escalations)
            Write(writer, escalation);
        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, Escalation escalation)
    {
        writer.WriteStartObject();
        writer.WriteString("id", escalation.Id);
        writer.WriteString("severity", escalation.Severity);
        writer.WriteString("subject", escalation.Message.Subject);
        writer.WriteString("body", escalation.Message.Body);
        writer.WriteString("from", escalation.Message.From);
        Optional(writer, "bead", escalation.Bead);
        writer.WriteString("created_at", LedgerTime.Write(escalation.CreatedAt));
        Optional(writer, "raised_at", escalation.RaisedAt is { } raised ? LedgerTime.Write(raised) : null);
        Optional(writer, "acknowledged_by", escalation.AcknowledgedBy);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<TownEvent> events)
    {
        writer.WriteStartArray();
        foreach (var entry in events)
        {
            writer.WriteStartObject();
            writer.WriteString("time", LedgerTime.Write(entry.Time));
            writer.WriteString("agent", entry.Agent);
            writer.WriteString("what", entry.What);
            writer.WriteString("commit", entry.Commit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}
