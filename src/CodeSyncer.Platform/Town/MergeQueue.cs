using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Platform.Town;

/// <summary>
/// Lands what was handed in, in order: merged in a work tree of the queue's own, judged by the gates, and put on the target by
/// a fast-forward that succeeds only while the target is what it was. What has landed is proven from git before a bead is
/// closed, so that a crash between any two steps is made good by the next run.
/// </summary>
public sealed class MergeQueue(TownWorkspace town, RigSettings rig, CancellationToken stop = default)
{
    private const int LargestBatch = 16;
    private const int MostRaces = 5;

    private readonly RigHub _hub = town.Hub(rig);
    private readonly List<string> _done = [];

    private string Tree => town.At(TownLayout.QueueTree(rig.Name));

    /// <summary>What waits in a rig, in order.</summary>
    public static IReadOnlyList<Bead> Waiting(LedgerIndex index, string rig) =>
        [.. index.Beads(new BeadQuery { Statuses = [BeadStatus.InProgress], TownKey = Submission.Key })
            .Where(bead => Submission.Of(bead) is { } submission && TownName.AreSame(submission.Rig, rig))
            .OrderBy(bead => Submission.Of(bead)!.At).ThenBy(bead => bead.Id, StringComparer.Ordinal)];

    /// <summary>Runs until nothing waits. Null: another process is at it.</summary>
    /// <returns>What was done: a line each.</returns>
    public IReadOnlyList<string>? Run()
    {
        if (Waiting(town.Store.Index(), rig.Name).Count == 0)
            return _done;
        using var alone = FileLock.TryTake(town.At(TownLayout.RigFolder(rig.Name) + "/queue.lock"), TimeSpan.Zero);
        if (alone is null)
            return null;
        for (var races = 0; races < MostRaces && Waiting(town.Store.Index(), rig.Name) is { Count: > 0 } waiting;)
        {
            stop.ThrowIfCancellationRequested();
            if (_hub.Refresh() is { } problem)
                throw TownErrors.HubFailed(rig.Name, problem);
            if (!Step([.. waiting.Take(LargestBatch)]))
                races++;
        }

        return _done;
    }

    /// <summary>One batch; false: the target was moved by somebody else meanwhile.</summary>
    private bool Step(List<Bead> batch)
    {
        var tip = _hub.Tip();
        batch.RemoveAll(bead => Close(bead, tip));
        if (batch.Count == 0)
            return true;
        var merged = Merge(batch, tip);
        if (merged.Count == 0)
            return true;
        var gates = new GateRun(town, rig, Tree, stop);
        var result = MergeBatch.Judge(merged.Count, count => gates.Pass(count == 0 ? tip : merged[count - 1].Commit));
        if (result.IsTargetRed)
            throw TargetIsRed(tip, gates);
        if (result.Green > 0)
        {
            var landed = merged[result.Green - 1].Commit;
            if (!_hub.TryAdvance(tip, landed))
                return false;
            foreach (var (bead, _) in merged.Take(result.Green))
                Close(bead, landed);
        }

        if (result.Bad is { } bad)
            SendBack(merged[bad].Bead, $"the gates fail with it on '{rig.Target}'", gates.Log(merged[bad].Commit));
        return true;
    }

    /// <summary>Closes a bead whose work is in the target; false: it is not.</summary>
    private bool Close(Bead bead, string target)
    {
        var submission = Submission.Of(bead)!;
        if (!_hub.HasLanded(submission.Head, target))
            return false;
        var convoys = town.Store.Index().Items(LedgerPath.Convoys).Select(fields => new Convoy(fields)).Where(convoy => convoy.Beads.Contains(bead.Id)).ToList();
        if (town.Store.Change(town.Own, (change, ids) => LandingRules.Land(change, bead.Id, submission.Head, target, convoys, ids)) is { } complete)
        {
            _done.Add($"{bead.Id} has landed in {rig.Name}/{submission.Target}");
            _done.AddRange(complete.Select(convoy => $"{convoy.Id}: convoy {convoy.Name} has landed"));
        }

        using var alone = _hub.Lock();
        _hub.LetGo(bead.Id);
        if (_hub.Commit("refs/heads/" + submission.Branch) == submission.Head && AgentAddress.TryParse(submission.Agent)?.IsPolecat == true)
            FreeBranch(submission);
        return true;
    }

    /// <summary>The branch has landed: the idle work tree that has it lets it go, then it is deleted.</summary>
    private void FreeBranch(Submission submission)
    {
        if (AgentAddress.TryParse(submission.Agent) is { } agent && new AgentTree(town, _hub, agent) is { Exists: true } tree && tree.Branch() == submission.Branch)
            new GitCommand(tree.Path).Run(null, "checkout", "--quiet", "--detach");
        _hub.DeleteBranch(submission.Branch, submission.Head);
    }

    /// <summary>Merges one after the other; what does not go in goes back to its agent.</summary>
    private List<(Bead Bead, string Commit)> Merge(List<Bead> batch, string tip)
    {
        var git = Prepare(tip);
        var merged = new List<(Bead, string)>();
        foreach (var bead in batch)
        {
            stop.ThrowIfCancellationRequested();
            var submission = Submission.Of(bead)!;
            if (_hub.Commit(submission.Head) is null)
            {
                SendBack(bead, "its commit is not in the hub", submission.Head);
                continue;
            }

            var (code, output, error) = git.Run(null, "merge", "--no-ff", "--no-edit", "--quiet", "-m", $"Merge {bead.Id}: {bead.Title}", "-m", $"Bead: {bead.Id}\nAgent: {submission.Agent}", submission.Head);
            if (code == 0)
            {
                merged.Add((bead, git.Text("rev-parse", "HEAD")));
                continue;
            }

            var conflicts = git.TryText("diff", "--name-only", "--diff-filter=U") ?? "";
            git.Run(null, "merge", "--abort");
            git.Text("reset", "--quiet", "--hard");
            SendBack(bead, conflicts.Length > 0 ? $"it conflicts with '{rig.Target}' in {string.Join(", ", conflicts.Split('\n').Take(5))}" : "git cannot merge it",
                $"{System.Text.Encoding.UTF8.GetString(output)}{error}\nBring your branch up to date with the target ('git merge {rig.Target}'), solve what conflicts, and hand it in again.");
        }

        return merged;
    }

    private GitCommand Prepare(string tip)
    {
        using (_hub.Lock())
        {
            if (!File.Exists(Path.Combine(Tree, ".git")))
            {
                RigHub.DeleteFolder(Tree);
                _hub.Git().Run(null, "worktree", "prune");
                _hub.Git().Text("worktree", "add", "--quiet", "--detach", Tree, tip);
            }
        }

        var git = new GitCommand(Tree) { Variables = RigHub.Identity("queue", town.Settings.Name) };
        git.Run(null, "merge", "--abort");
        git.Text("checkout", "--quiet", "--force", "--detach", tip);
        git.Text("reset", "--quiet", "--hard", tip);
        git.Text("clean", "--quiet", "-ffd");
        return git;
    }

    private void SendBack(Bead bead, string reason, string log)
    {
        if (town.Store.Change(town.Own, (change, ids) => LandingRules.SendBack(change, bead.Id, Submission.Of(bead)!.Head, reason, log, ids)) is not null)
            _done.Add($"{bead.Id} goes back: {reason}");
    }

    /// <summary>Nobody who handed something in is to blame: it is raised once for a commit, and the queue waits.</summary>
    private CodeSyncerException TargetIsRed(string tip, GateRun gates)
    {
        var known = town.Store.Index().MailTo([AgentAddress.Mayor]).Select(Escalation.Of).Any(escalation => escalation?.Message.Subject.Contains(tip[..10], StringComparison.Ordinal) == true);
        if (!known)
        {
            town.Store.Change(town.Own, (change, ids) => EscalationRules.Raise(
                change, Severity.Critical, $"The gates fail on {rig.Name}/{rig.Target} itself ({tip[..10]})", $"Nothing lands before that is mended.\n\n{gates.Log(tip)}", null, ids));
        }

        return TownErrors.TargetIsRed(rig.Name, rig.Target, tip[..10]);
    }
}
