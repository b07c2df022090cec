using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Core.Work;

/// <summary>
/// A handoff is of an agent, a work tree and a spawn of the agent. The newest one is for the next session there, once; an
/// older one that nobody took is stale and is never shown as new.
/// </summary>
public static class HandoffRules
{
    private const int LongestMessage = 16 * 1024;

    /// <summary>
    /// Leaves one. What the same session left without a message before is replaced by it; and one without a message only
    /// renews the facts of a message that nobody has got yet, from whatever session: it must not hide it.
    /// </summary>
    /// <param name="ids">With <see cref="Handoff.IdPrefix"/>.</param>
    /// <exception cref="CodeSyncerException">The message is too long.</exception>
    public static Handoff Leave(LedgerChange change, Handoff? last, HandoffFacts facts, string? message, string? tests, string? generation, BeadIdSource ids)
    {
        if (message is not null && Encoding.UTF8.GetByteCount(message) > LongestMessage)
            throw HandoffErrors.TooLong(LongestMessage);
        var actor = change.Actor;
        var again = last is { IsTaken: false } && (message is null ? last.Message is not null || last.Session == actor.Session : last.Message is null && last.Session == actor.Session) ? last : null;
        var id = again?.Id ?? BeadId.New(ids.Prefix, ids.Count, ids.Random, id => change.Read(LedgerPath.Handoff(id)) is not null);
        var fields = JsonFields.Empty.With("id", id).With("agent", actor.Name).With("work_tree", actor.WorkTree).With("session", again?.Session ?? actor.Session);
        void Add(string key, string? value) => fields = string.IsNullOrEmpty(value) ? fields : fields.With(key, value);
        Add("generation", again?.Generation ?? generation);
        Add("message", message ?? again?.Message);
        Add("branch", facts.Branch);
        Add("head", facts.Head);
        Add("upstream", facts.Upstream);
        if (facts.Ahead is { } ahead)
            fields = fields.With("ahead", ahead).With("behind", facts.Behind ?? 0);
        fields = fields.With("pushed", facts.IsPushed).With("uncommitted", facts.Uncommitted).With("uncommitted_count", facts.UncommittedCount);
        Add("tests", tests ?? again?.Tests);
        Add("bead", facts.Bead);
        Add("step", facts.Step);
        Add("save", facts.Save);
        fields = fields.With("questions", facts.Questions).With("decisions", facts.Decisions)
            .With("created_at", again?.CreatedAt ?? change.Now)
            .With("updated_at", again is null ? change.Now : LedgerClock.After(again.UpdatedAt, change));
        change.Write(LedgerPath.Handoff(id), fields);
        change.Note($"handoff {id}");
        return new Handoff(fields);
    }

    /// <summary>Marks it as given to a session. Twice is fine: the first one has it.</summary>
    public static void Take(LedgerChange change, string id)
    {
        if (change.Read(LedgerPath.Handoff(id)) is not { } fields || new Handoff(fields).IsTaken)
            return;
        change.Write(LedgerPath.Handoff(id), fields.With("taken_by", change.Actor.Session).With("taken_at", change.Now)
            .With("updated_at", LedgerClock.After(new Handoff(fields).UpdatedAt, change)));
        change.Note($"handoff {id} taken");
    }

    /// <summary>The last one of an agent in a work tree; null: none.</summary>
    public static Handoff? Last(IEnumerable<Handoff> handoffs, string agent, string workTree) =>
        handoffs.Where(handoff => handoff.Agent == agent && handoff.WorkTree == workTree)
            .OrderBy(handoff => handoff.CreatedAt).ThenBy(handoff => handoff.Id, StringComparer.Ordinal).LastOrDefault();

    /// <summary>The one to show to a session that begins; null: none, it was shown, or it is this session's own.</summary>
    /// <param name="isSameSession">Its context was emptied: then its own handoff is for it.</param>
    public static Handoff? Waiting(Handoff? last, Actor actor, bool isSameSession) =>
        last is { IsTaken: false } && (isSameSession || last.Session != actor.Session) ? last : null;
}
