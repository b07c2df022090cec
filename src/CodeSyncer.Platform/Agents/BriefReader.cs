using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.Platform.Agents;

/// <summary>Gathers what an agent should know. What cannot be read is said in it: it is never "nothing".</summary>
internal sealed class BriefReader(Workspace workspace, Actor actor)
{
    private const int FewReady = 5;
    private const int FewSaves = 10;

    private readonly GitRepository _repository = workspace.Repository;

    /// <param name="isSameSession">The session goes on with an emptied context.</param>
    public AgentBrief Read(bool isSameSession)
    {
        var brief = new AgentBrief { Agent = actor.Name, Problems = [.. workspace.ConfigProblems.Select(problem => $"the configuration: {problem}; some paths that it protects may not be known")] };
        brief = Try(brief, "the uncommitted changes", it => it with { Uncommitted = Uncommitted.Paths(_repository) });
        brief = Try(brief, "the ledger", it => FromLedger(it, isSameSession));
        return Try(brief, "the saved work", FromSaves);
    }

    private AgentBrief FromLedger(AgentBrief brief, bool isSameSession)
    {
        if (!HeldBead.CanBeAsked(_repository))
            return brief;
        using var store = LedgerPlace.Open(_repository);
        var index = store.Index();
        var self = Mailroom.Self(index, actor.Name);
        var bead = HeldBead.Of(index, actor);
        var broken = index.Broken();
        return brief with
        {
            Role = self?.Role,
            Rig = self?.Rig,
            Bead = bead,
            Mail = Mailroom.Inbox(index, actor.Name, isAll: false),
            Ready = bead is null ? index.Beads(new BeadQuery { ReadyAt = store.Now, Limit = FewReady }) : [],
            Handoff = HandoffRules.Waiting(HandoffDesk.Last(index, actor), actor, isSameSession),
            Problems = broken.Count == 0 ? brief.Problems
                : [.. brief.Problems, $"{broken.Count} items of the ledger are damaged ('{broken[0].Path}': {broken[0].What}): see 'codesyncer ledger verify'"],
        };
    }

    private AgentBrief FromSaves(AgentBrief brief)
    {
        using var saves = new SavedWorks(_repository);
        var latest = saves.Latest(actor.Name).Take(FewSaves).ToList();
        if (latest.Count == 0)
            return brief;
        // Of the same session also what was saved just before a command that can throw work away.
        var missing = new MissingWork(workspace);
        var gone = latest.Where((save, i) => i == 0 || (save.State.Session == latest[0].State.Session && save.State.Event.StartsWith(SaveRequest.Before, StringComparison.Ordinal)))
            .Select(save => (save.ShortId, save.State, Paths: missing.Of(save, brief.Uncommitted))).FirstOrDefault(save => save.Paths.Count > 0);
        return brief with { Saved = latest[0].State, Missing = gone.Paths ?? [], MissingFrom = gone.State, MissingId = gone.ShortId };
    }

    private static AgentBrief Try(AgentBrief brief, string what, Func<AgentBrief, AgentBrief> read)
    {
        try
        {
            return read(brief);
        }
        catch (Exception error) when (error is CodeSyncerException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            var hint = error is CodeSyncerException known ? $"; {known.Hint}" : "";
            return brief with { Problems = [.. brief.Problems, $"{what}: {error.Message}{hint}"] };
        }
    }
}
