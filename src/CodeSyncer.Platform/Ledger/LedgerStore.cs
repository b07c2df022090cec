using System.Globalization;
using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Platform.Ledger.Index;
using CodeSyncer.Platform.Ledger.Storage;

namespace CodeSyncer.Platform.Ledger;

/// <summary>
/// A ledger: changes are transactions on its git repository, one writer at a time; questions go to an index that
/// follows it, and never wait for a writer.
/// </summary>
public sealed class LedgerStore : IDisposable
{
    private readonly string _prefix;
    private readonly TimeProvider _clock;
    private LedgerIndex? _index;

    /// <param name="directory">The bare repository <c>ledger.git</c>; made by the first change.</param>
    /// <param name="prefix">Of the ids of a ledger that is made now.</param>
    public LedgerStore(string directory, string prefix, TimeProvider? clock = null)
    {
        Repository = new LedgerRepository(directory);
        _prefix = prefix;
        _clock = clock ?? TimeProvider.System;
    }

    public LedgerRepository Repository { get; }

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>The index, at the newest state.</summary>
    public LedgerIndex Index() => IndexAt(Repository.Tip());

    /// <summary>
    /// Applies rules to the newest state and writes what they leave as one commit, under the ledger's lock. Where a
    /// rule throws, nothing has happened.
    /// </summary>
    /// <exception cref="CodeSyncerException">What the rules say; or the ledger is damaged, locked for too long, cannot be written.</exception>
    public T Change<T>(Actor actor, Func<LedgerChange, BeadIdSource, T> rules)
    {
        Prepare();
        using var alone = LedgerLock.Take(Repository.LockFile);
        var tip = Repository.Tip();
        var tree = Repository.Tree(tip);
        var state = new LedgerTip(tree, () => IndexAt(tip));
        var change = new LedgerChange(state, actor, Now);
        var ids = new BeadIdSource(tree.IsLedger ? Repository.PrefixOf(tree) : _prefix, tree.Estimate(LedgerPath.Beads), Random.Shared.Next);
        var result = rules(change, ids);
        if (change.Writes.Count > 0)
            MakeKnown(change);
        var items = change.Writes.ToDictionary(write => write.Key, write => (byte[]?)write.Value.ToLines(), StringComparer.Ordinal);
        if (items.Count > 0)
            Repository.MoveBranch(tip, Commit(tree, items, tip is null ? [] : [tip], actor, change.Message));
        return result;
    }

    /// <summary>Takes items out, for a ledger that they have moved from; work that is dropped gets a tombstone instead.</summary>
    internal void Delete(Actor actor, IEnumerable<string> paths, string message)
    {
        using var alone = LedgerLock.Take(Repository.LockFile);
        var tip = Repository.Tip();
        var items = paths.ToDictionary(path => path, _ => (byte[]?)null, StringComparer.Ordinal);
        Repository.MoveBranch(tip, Commit(Repository.Tree(tip), items, tip is null ? [] : [tip], actor, message));
    }

    /// <summary>What rules would do to the newest state; nothing is written.</summary>
    public T Look<T>(Actor actor, Func<LedgerChange, T> rules)
    {
        var tip = Repository.Tip();
        return rules(new LedgerChange(new LedgerTip(Repository.Tree(tip), () => IndexAt(tip)), actor, Now));
    }

    /// <summary>
    /// Claims the first bead that a query gives, in one transaction: of many who ask at once each gets another one.
    /// Null: nothing is ready.
    /// </summary>
    /// <param name="isAlive">Whether the session of that name still lives.</param>
    public Bead? ClaimReady(Actor actor, BeadQuery query, Func<string, bool> isAlive) => Change(actor, (change, _) =>
    {
        // The lock is held: the index is at the very state that the change begins with.
        foreach (var bead in IndexAt(Repository.Tip()).Beads(query with { Limit = 0 }))
        {
            if (bead.Assignee is null || bead.Assignee == actor.Name)
                return BeadClaims.Claim(change, bead.Id, isAlive).Bead;
        }

        return null;
    });

    /// <summary>Writes a tree and a commit; the branch does not move yet.</summary>
    internal string Commit(LedgerTree tree, IReadOnlyDictionary<string, byte[]?> items, IReadOnlyList<string> parents, Actor actor, string message)
    {
        try
        {
            var root = tree.Write(items, tree.IsLedger ? null : LedgerRepository.Mark(_prefix), (type, content) => Repository.WriteObject(type, content));
            var who = $"{NameIn(actor.Name)} <> {Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)} +0000";
            var text = new StringBuilder($"tree {root}\n");
            foreach (var parent in parents)
                text.Append("parent ").Append(parent).Append('\n');
            text.Append($"author {who}\ncommitter {who}\n\n{message.TrimEnd()}\n\nAgent: {OneLine(actor.Name)}\nWork-Tree: {OneLine(actor.WorkTree)}\nSession: {OneLine(actor.Session)}\n");
            return Repository.WriteObject("commit", Encoding.UTF8.GetBytes(text.ToString()));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ErrorTexts.CannotWrite(Repository.Directory, error);
        }
    }

    public void Dispose()
    {
        _index?.Dispose();
        Repository.Dispose();
    }

    internal LedgerIndex IndexAt(string? tip)
    {
        _index ??= new LedgerIndex(Repository);
        _index.BringTo(tip);
        return _index;
    }

    internal void Prepare()
    {
        try
        {
            Repository.Create();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ErrorTexts.CannotWrite(Repository.Directory, error);
        }
    }

    /// <summary>Whoever has acted can be written to from then on.</summary>
    private static void MakeKnown(LedgerChange change)
    {
        var path = LedgerPath.Agent(change.Actor.Name);
        if (change.Read(path) is null)
            change.Write(path, JsonFields.Empty.With("name", change.Actor.Name).With("created_at", change.Now).With("created_by", change.Actor.Name).With("updated_at", change.Now));
    }

    /// <summary>Git takes no angle brackets and no line ends in a name.</summary>
    private static string NameIn(string name) =>
        OneLine(name).Replace('<', '(').Replace('>', ')').Trim() is { Length: > 0 } text ? text : "unknown";

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
