using CodeSyncer.Core.Context;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.GitHooks;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>Puts back every byte that <c>init</c> changed. The user's executable stays: other repositories run it.</summary>
/// <param name="purge">Also what holds the user's own records: the whole of <see cref="GitRepository.OwnDirectory"/>.</param>
public sealed class Uninstall(GitRepository repository, UserPlaces places, bool purge)
{
    private readonly WiringRecord _known = WiringRecord.Read(repository) ?? new WiringRecord();

    /// <exception cref="CodeSyncerException">Something of ours was changed so that it cannot be told apart; nothing was changed.</exception>
    public ChangePlan Plan()
    {
        try
        {
            return new ChangePlan([.. Steps().Where(step => step.State != StepState.Same)]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ErrorTexts.CannotRead(repository.WorkTree ?? repository.GitDirectory, error);
        }
    }

    private IEnumerable<PlanStep> Steps()
    {
        var shared = new SharedPlaces(places);
        foreach (var directory in HookDirectories())
        {
            if (shared.Others(directory, repository) is { Count: > 0 } others)
            {
                yield return PlanStep.Of("hooks", $"{directory} keeps our lines for {string.Join(", ", others)}", shared.PlanRemoving(directory, repository));
                continue;
            }

            foreach (var step in HookSteps(directory))
                yield return step;
            yield return PlanStep.Of("hooks", $"{directory} is no longer noted as used by us", shared.PlanRemoving(directory, repository));
        }

        foreach (var file in _known.Written)
        {
            var changes = IsYaml(file) ? Unblocked(file) : AgentsFiles.PlanRemoval(file, _known.Created.Contains(file));
            yield return PlanStep.Of(Path.GetFileName(file), "our lines taken out", changes);
        }

        foreach (var wiring in _known.Agents)
            yield return AgentSettings.PlanRemoval(wiring, _known.Created.Contains(wiring.File));

        if (repository.WorkTree is { } root && new OnboardScript(RealPath.Of(root)) is var script && _known.Created.Contains(script.Path)
            && File.Exists(script.Path) && File.ReadAllBytes(script.Path).AsSpan().SequenceEqual(OnboardScript.Content()))
            yield return PlanStep.Of(OnboardScript.Name, "deleted", new DeleteFile(script.Path));

        foreach (var tree in WorkTrees())
        {
            foreach (var step in DocumentSteps(tree))
                yield return step;
        }

        var exclude = new ExcludeFile(repository);
        if (exclude.Patterns().Count > 0)
            yield return PlanStep.Of("exclude", "our lines taken out of info/exclude", new ExcludeChange(exclude, []));

        var leftovers = new DeleteLeftovers(repository, purge, [.. _known.Created, .. WorkTrees().Select(tree => Path.Combine(tree, OwnPaths.Folder))]);
        if (leftovers.HasAny)
            yield return PlanStep.Of("repository", purge ? $"{repository.OwnDirectory} deleted" : "our state and cache deleted", leftovers);

        // Whoever asks in a submodule leaves a cache there.
        foreach (var submodule in SubmoduleDirectories.Of(repository).Where(submodule => Directory.Exists(submodule.OwnDirectory)))
        {
            yield return File.Exists(WiringRecord.EnabledPath(submodule)) ? PlanStep.Warning("submodule", $"{submodule.GitDirectory} is onboarded itself: 'codesyncer uninstall' there takes it out")
                : PlanStep.Of("submodule", purge ? $"{submodule.OwnDirectory} deleted" : $"our state and cache in {submodule.OwnDirectory} deleted", new DeleteLeftovers(submodule, purge, []));
        }
    }

    private IEnumerable<string> HookDirectories() =>
        _known.HookDirectories
            .Append(HooksPlace.Of(repository).Directory)
            .Append(RealPath.Of(Path.Combine(repository.CommonDirectory, "hooks")))
            .Distinct()
            .Where(Directory.Exists);

    /// <summary>All of them: the documents are in each.</summary>
    private List<string> WorkTrees() =>
        [.. new GitCommand(repository.WorkTree ?? repository.GitDirectory).Text("worktree", "list", "--porcelain", "-z").Split('\0')
            .Where(line => line.StartsWith("worktree ", StringComparison.Ordinal))
            .Select(line => line["worktree ".Length..])
            // Of a submodule git names the git directory in place of the work tree.
            .Append(repository.WorkTree ?? "")
            .Distinct()
            .Where(root => Directory.Exists(root) && GitRepository.TryDiscover(root)?.WorkTree is not null)];

    /// <summary>Those still as we wrote them go; one that a person edited is theirs now.</summary>
    private static IEnumerable<PlanStep> DocumentSteps(string root)
    {
        var changes = new List<Change>();
        foreach (var path in OwnPaths.Documents.Select(name => Path.Combine(root, OwnPaths.Folder, name)))
        {
            if (RealPath.Of(path) != Path.Combine(RealPath.Of(root), OwnPaths.Folder, Path.GetFileName(path)) || !File.Exists(path))
                continue;
            var state = DocumentSeal.Check(File.ReadAllBytes(path));
            if (state == SealState.Intact)
                changes.Add(new DeleteFile(path));
            else if (state == SealState.Edited)
                yield return PlanStep.Warning("documents", $"{path} was edited by hand and stays");
        }

        yield return PlanStep.Of("documents", $"{Path.Combine(root, OwnPaths.Folder)}: generated documents deleted", changes);
    }

    private IEnumerable<PlanStep> HookSteps(string directory)
    {
        var changes = new List<Change>();
        foreach (var hook in GitHook.All)
        {
            var file = new HookFile(directory, hook);
            if (CameWithTheClone(file.Path))
                continue;
            var kept = file.FindKept();
            // pre-commit's framework and lefthook set hooks that they find aside under these names.
            foreach (var aside in new[] { ".legacy", ".old" }.Select(end => new HookFile(directory, hook, hook + end)))
            {
                var runsKept = aside.Read() is { } found && aside.WiredForm(found.Content.Span) == HookForm.Kept;
                changes.AddRange(WithoutOurs(aside, runsKept ? kept : null, out _));
                kept = runsKept ? null : kept;
            }

            changes.AddRange(WithoutOurs(file, kept, out var problem));
            if (problem is not null)
                yield return PlanStep.Warning("hooks", problem);
        }

        yield return PlanStep.Of("hooks", $"{directory} is as it was", changes);
    }

    /// <summary>A tracked hook whose section somebody else committed is theirs; it is silent once we are gone from this clone.</summary>
    private bool CameWithTheClone(string path) =>
        repository.WorkTree is { } root && RealPath.IsWithin(path, RealPath.Of(root)) && !RealPath.IsWithin(path, RealPath.Of(repository.CommonDirectory))
        && !_known.TrackedHooks.Contains(path)
        && new GitCommand(root).TryText("ls-files", "--error-unmatch", "--", path) is not null;

    private static IReadOnlyList<Change> WithoutOurs(HookFile file, string? kept, out string? problem)
    {
        problem = null;
        var content = file.Read()?.Content.ToArray();
        if (content is null)
            return kept is null ? [] : [new MoveFile(kept, file.Path)];
        if (file.WiredForm(content) is not { } form)
        {
            problem = kept is null ? null : $"{file.Path} is not ours any more, so {kept}, which stood there before, stays under that name";
            return [];
        }

        var rest = HookShim.Block.Remove(content, file.Path);
        if (form == HookForm.Section || !rest.AsSpan().SequenceEqual(System.Text.Encoding.ASCII.GetBytes(HookShim.FirstLine)))
        {
            problem = kept is null || form == HookForm.Section ? null : $"{file.Path} has lines of yours, so {kept}, which stood there before, stays under that name";
            return [new WriteFile(file.Path, rest)];
        }

        return kept is null ? [new DeleteFile(file.Path)] : [new DeleteFile(file.Path), new MoveFile(kept, file.Path)];
    }

    private IReadOnlyList<Change> Unblocked(string file)
    {
        if (!File.Exists(file))
            return [];
        var content = File.ReadAllBytes(file);
        var rest = HookShim.Block.Remove(content, file);
        return rest.Length == content.Length ? []
            : rest.Length == 0 && _known.Created.Contains(file) ? [new DeleteFile(file)]
            : [new WriteFile(file, rest)];
    }

    private static bool IsYaml(string file) => Path.GetExtension(file) is ".yml" or ".yaml";
}
