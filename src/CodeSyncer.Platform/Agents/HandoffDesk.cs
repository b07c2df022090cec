using CodeSyncer.Core.Context;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Tags;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.Platform.Agents;

/// <summary>Leaves and lists handoffs.</summary>
public sealed class HandoffDesk(Workspace workspace, Actor actor)
{
    private const int MostTexts = 10;

    private readonly GitRepository _repository = workspace.Repository;

    /// <summary>The last handoff of an agent in its work tree; null: none.</summary>
    public static Handoff? Last(LedgerIndex index, Actor actor) => HandoffRules.Last(All(index), actor.Name, actor.WorkTree);

    /// <summary>All handoffs, newest first.</summary>
    public static IEnumerable<Handoff> All(LedgerIndex index) =>
        index.Items(LedgerPath.Handoffs).Select(fields => new Handoff(fields)).OrderByDescending(handoff => handoff.CreatedAt);

    /// <summary>Leaves one: the work is saved, the facts are taken, and all is written to the ledger.</summary>
    /// <param name="message">Null: only the facts.</param>
    /// <param name="tests">What the tests said; null: not told.</param>
    /// <exception cref="CodeSyncerException">The message is too long, the ledger cannot be written.</exception>
    public Handoff Leave(string? message, string? tests, SavedWork? saved = null)
    {
        saved ??= TrySave(message);
        var facts = Facts(saved);
        var generation = Environment.GetEnvironmentVariable("CODESYNCER_GENERATION");
        using var store = LedgerPlace.Open(_repository);
        return store.Change(actor, (change, ids) =>
            HandoffRules.Leave(change, Last(store.Index(), actor), facts, message, tests, generation, ids with { Prefix = Handoff.IdPrefix }));
    }

    private SavedWork? TrySave(string? message)
    {
        try
        {
            return new WorkSave(workspace, actor).Run(new SaveRequest("handoff") { Handoff = Cut(message), Generation = Environment.GetEnvironmentVariable("CODESYNCER_GENERATION") }).Work;
        }
        catch (CodeSyncerException)
        {
            // The facts stand in the handoff all the same.
            return null;
        }
    }

    private HandoffFacts Facts(SavedWork? saved)
    {
        var head = new HeadReader(_repository);
        var uncommitted = Uncommitted.Paths(_repository);
        var (upstream, ahead, behind) = Tracking();
        var commit = head.Commit();
        var (questions, decisions) = Tags(uncommitted);
        return new HandoffFacts
        {
            Branch = WorkPlace.Branch(head),
            Head = commit,
            Upstream = upstream,
            Ahead = ahead,
            Behind = behind,
            IsPushed = commit is not null && _repository.Git().TryText("branch", "--remotes", "--contains", commit) is { Length: > 0 },
            Uncommitted = [.. uncommitted.Take(WorkState.MostPaths)],
            UncommittedCount = uncommitted.Count,
            Bead = saved?.State.Bead,
            Step = saved?.State.Step,
            Save = saved?.Id,
            Questions = questions,
            Decisions = decisions,
        };
    }

    private (string? Upstream, int? Ahead, int? Behind) Tracking()
    {
        var git = _repository.Git();
        if (git.TryText("rev-parse", "--abbrev-ref", "--symbolic-full-name", "@{upstream}") is not { Length: > 0 } upstream
            || git.TryText("rev-list", "--left-right", "--count", "@{upstream}...HEAD")?.Split('\t') is not [var behind, var ahead])
            return (null, null, null);
        return (upstream, int.Parse(ahead, System.Globalization.CultureInfo.InvariantCulture), int.Parse(behind, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>What is open where the branch changed something, and the decisions that were not there when the session began.</summary>
    private (IReadOnlyList<string> Questions, IReadOnlyList<string> Decisions) Tags(IReadOnlyList<string> uncommitted)
    {
        var reader = new ContextReader(workspace);
        var snapshot = reader.FromIndex(edited: uncommitted);
        var work = new ContextSync(workspace).CurrentWork(snapshot.Files);
        var changed = work.Changes.Select(change => change.Path).Concat(uncommitted).ToHashSet(StringComparer.Ordinal);
        var here = snapshot.Tags.Where(tag => changed.Contains(tag.Path)).ToList();
        var start = SessionNotes.Open(_repository, actor.Session).Head ?? work.Since;
        var before = start is null || _repository.Git().TryText("rev-parse", "--verify", "--quiet", "--end-of-options", start + "^{commit}") is null ? []
            : reader.FromRevision(start).Tags.Select(tag => tag.Id).ToHashSet(StringComparer.Ordinal);
        return ([.. here.Where(tag => tag.Kind is TagKind.Inference or TagKind.Todo).Select(tag => Text(tag)).Take(MostTexts)],
            [.. here.Where(tag => tag.Kind == TagKind.Decision && !before.Contains(tag.Id)).Select(Text).Take(MostTexts)]);
    }

    private static string? Cut(string? message) => message is null || message.Length <= 500 ? message : message[..499] + "…";

    private static string Text(Tag tag) => $"{tag.Text} ({tag.Path})";
}
