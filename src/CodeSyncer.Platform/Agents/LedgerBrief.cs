using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Platform.Agents;

/// <summary>
/// The bead, the last handoff and the unread mail of whoever acts here, for CURRENT.md. A commit waits for it: the ledger is
/// asked only when it has changed, otherwise the last text serves.
/// </summary>
internal sealed class LedgerBrief(Workspace workspace) : ICurrentBrief
{
    private string? _key;

    private string File => Path.Combine(workspace.Paths.WorkTreeState, "brief");

    /// <summary>The tip of the ledger and who acts; empty without a ledger.</summary>
    public string Key => _key ??= ReadKey();

    public string Render()
    {
        if (Key.Length == 0)
            return "";
        if (Known() is { } known)
            return known;
        var text = string.Join('\n', PrimeBrief.Parts(Read(), PrimeForm.Whole, isGreeting: false).Select(part => part.Text));
        try
        {
            AtomicFile.Write(File, $"{Key}\n{text}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Then it is asked for again.
        }

        return text;
    }

    private string? Known()
    {
        try
        {
            var text = System.IO.File.ReadAllText(File);
            return text.StartsWith(Key + "\n", StringComparison.Ordinal) ? text[(Key.Length + 1)..] : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string ReadKey()
    {
        if (!HeldBead.CanBeAsked(workspace.Repository))
            return "";
        try
        {
            using var store = LedgerPlace.Open(workspace.Repository);
            return $"{store.Repository.Tip()} {Actor()?.Name}";
        }
        catch (CodeSyncerException)
        {
            return "damaged";
        }
    }

    private AgentBrief Read()
    {
        var actor = Actor();
        var brief = new AgentBrief { Agent = actor?.Name ?? "" };
        if (actor is null)
            return brief;
        try
        {
            using var store = LedgerPlace.Open(workspace.Repository);
            var index = store.Index();
            return brief with
            {
                Bead = HeldBead.Of(index, actor),
                Handoff = HandoffDesk.Last(index, actor),
                Mail = Mailroom.Inbox(index, actor.Name, isAll: false),
            };
        }
        catch (CodeSyncerException error)
        {
            return brief with { Problems = [$"the ledger: {error.Message}; {error.Hint}"] };
        }
    }

    private Actor? Actor()
    {
        try
        {
            return new ActingAgent(workspace.Repository, Environment.GetEnvironmentVariable).Actor();
        }
        catch (CodeSyncerException)
        {
            return null;
        }
    }
}
