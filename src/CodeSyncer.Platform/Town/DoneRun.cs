using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.Platform.Town;

/// <summary>
/// The end of an agent's work: what is left is committed, everything is saved, the branch is handed in, the agent is free.
/// Each step looks whether it was done already, so that it can be said again after a crash at any place.
/// </summary>
public sealed class DoneRun
{
    public const string Code = "code";
    public const string Report = "report";
    public const string NoChange = "no-change";

    private readonly TownWorkspace _town;
    private readonly GitRepository _repository;
    private readonly string _root;
    private readonly Workspace _workspace;
    private IReadOnlyList<string> _assigned = [];

    /// <param name="path">In the agent's work tree.</param>
    public DoneRun(TownWorkspace town, string path)
    {
        _town = town;
        _repository = GitRepository.TryDiscover(path) ?? throw TownErrors.NotYourTree(town.Actor.Name, path);
        _workspace = Workspace.OpenForHook(_repository);
        _root = _workspace.Root;
    }

    public static IReadOnlyList<string> Results { get; } = [Code, Report, NoChange];

    /// <param name="result">One of <see cref="Results"/>; null: code where there is any, else that nothing changed.</param>
    /// <exception cref="CodeSyncerException">The agent was started anew, holds nothing, is elsewhere; an operation of git is in progress.</exception>
    public DoneAnswer Run(string? result, string? message)
    {
        var actor = _town.Actor;
        var generation = Environment.GetEnvironmentVariable(Heartbeat.GenerationVariable) is { Length: > 0 } token ? token : null;
        _assigned = Assigned(actor.Name);
        var (bead, isHandedIn) = _town.Store.Look(actor, change => DoneRules.Find(change, actor.Name, generation, _assigned));
        if (isHandedIn)
            return new DoneAnswer(bead, Submission.Of(bead), IsRepeated: true, []);
        var address = AgentAddress.TryParse(actor.Name);
        var rig = _town.RigAround(_root) ?? throw TownErrors.NotYourTree(actor.Name, _root);
        if (address is not null && Files.RealPath.Of(_root) != Files.RealPath.Of(_town.WorkTreeOf(address)))
            throw TownErrors.NotYourTree(actor.Name, _root);
        if (OperationInProgress.Of(_repository) is { } operation)
            throw TownErrors.InOperation(operation);
        var branch = Branch(actor.Name, address?.IsPolecat == true);
        // First saved, so that nothing of what follows can lose it.
        var saved = new WorkSave(_workspace, actor).Run(new SaveRequest("done") { Generation = generation });
        var left = result is null or Code ? Commit(bead, saved.Work.State) : [];
        var hub = _town.Hub(rig);
        var head = new HeadReader(_repository).Commit();
        if (head is not null)
            hub.Take(_repository, head, bead.Id);
        var hasCode = head is not null && hub.Commit(hub.TargetRef) is { } target && !hub.IsAncestor(head, target);
        if (result == Code && !hasCode)
            throw TownErrors.NothingToLand(branch, rig.Target);
        if (result is Report or NoChange || !hasCode)
        {
            var kind = result ?? NoChange;
            var closed = _town.Store.Change(actor, (change, ids) => Check(change, actor.Name, generation, bead.Id) is { } done ? done : DoneRules.Finish(change, actor.Name, bead.Id, kind, message, ids));
            return new DoneAnswer(closed, null, IsRepeated: false, left);
        }

        var submission = new Submission
        {
            Agent = actor.Name,
            Generation = generation ?? actor.Session,
            Rig = rig.Name,
            Branch = branch,
            Head = head!,
            Target = rig.Target,
            Message = message,
            At = _town.Now,
        };
        var handedIn = _town.Store.Change(actor, (change, _) => Check(change, actor.Name, generation, bead.Id) is { } done ? done : DoneRules.Submit(change, submission, bead.Id));
        return new DoneAnswer(handedIn, Submission.Of(handedIn), IsRepeated: false, left);
    }

    /// <summary>What is in progress in somebody's name: first what was claimed in this work tree, the latest first.</summary>
    private List<string> Assigned(string agent) =>
        [.. _town.Store.Index().Beads(new BeadQuery { Statuses = [BeadStatus.InProgress], Assignee = agent })
            .OrderByDescending(bead => bead.Claim is { } claim && claim.WorkTree == _root).ThenByDescending(bead => bead.Claim?.Since, StringComparer.Ordinal).Select(bead => bead.Id)];

    /// <summary>Null: this spawn still holds it.</summary>
    private Bead? Check(LedgerChange change, string agent, string? generation, string bead) =>
        DoneRules.Find(change, agent, generation, _assigned) is var (found, isHandedIn) && found.Id == bead && !isHandedIn ? null : found;

    private string Branch(string agent, bool isPolecat)
    {
        var branch = WorkPlace.Branch(new HeadReader(_repository));
        var wanted = isPolecat ? _town.Agent(agent).Branch : null;
        if (branch is null || (wanted is not null && branch != wanted))
            throw TownErrors.WrongBranch(branch ?? "no branch", wanted ?? "a branch of your own");
        return branch;
    }

    /// <summary>Commits what is left, but for what looks like a secret or was too large to save.</summary>
    /// <returns>What was left out.</returns>
    private List<string> Commit(Bead bead, WorkState state)
    {
        if (Uncommitted.Paths(_repository).Count == 0)
            return [];
        var left = state.LeftOut.Select(entry => entry.Path).ToList();
        var who = RigHub.Identity(_town.Actor.Name, _town.Settings.Name);
        var git = new GitCommand(_root) { Variables = Environment.GetEnvironmentVariable("GIT_AUTHOR_NAME") is null && AgentAddress.TryParse(_town.Actor.Name)?.IsPolecat == true ? who : new Dictionary<string, string>() };
        git.Text(["add", "--all", "--", ":/", .. left.Select(path => ":(exclude,top,literal)" + path)]);
        if (git.Run(null, "diff", "--cached", "--quiet").ExitCode != 0)
            git.Text("commit", "--quiet", "--no-verify", "-m", bead.Title, "-m", $"Bead: {bead.Id}");
        return left;
    }
}
