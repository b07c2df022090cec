using System.Text.RegularExpressions;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>
/// Looks whether everything is as <c>init</c> would leave it, and whether what we stand on is sound. It changes nothing;
/// <see cref="Fix"/> does.
/// </summary>
public sealed partial class Doctor(GitRepository repository, UserPlaces places, ExecutableSource? source)
{
    private const string FixAdvice = "run 'codesyncer doctor --fix'";
    private static readonly Version OldestGit = new(2, 39);

    public IReadOnlyList<Finding> Examine() =>
        [.. Git(), .. RepositoryFormat(), .. Configuration(), .. WiringRecord.Read(repository) is { } known && IsEnabled ? Wiring(known) : [NotOnboarded()]];

    /// <summary>Does again what init did here, and brings the documents up to date.</summary>
    /// <returns>What was changed.</returns>
    public IReadOnlyList<PlanStep> Fix()
    {
        if (WiringRecord.Read(repository) is not { } known || !IsEnabled)
            return [];
        var plan = NewInit(known).Plan();
        plan.Apply();
        if (repository.WorkTree is { } root)
            new ContextSync(Workspace.Open(root)).Run(new SyncOptions());
        return [.. plan.Steps.Where(step => step.State == StepState.Change)];
    }

    private bool IsEnabled => File.Exists(WiringRecord.EnabledPath(repository));

    private string Here => repository.WorkTree ?? repository.GitDirectory;

    private static Finding NotOnboarded() =>
        Finding.Fail("repository", "is not onboarded: no hook of ours acts here", "run 'codesyncer init'");

    private Init NewInit(WiringRecord known) => new(repository, places, new InitOptions { Mode = known.Mode, Hooks = known.Hooks }, source);

    private IEnumerable<Finding> Git()
    {
        var text = new GitCommand(Here).Text("version");
        var number = VersionNumber().Match(text).Value;
        yield return Version.TryParse(number, out var version) && version >= OldestGit
            ? Finding.Ok("git", text)
            : Finding.Fail("git", $"{text} is older than {OldestGit}", "install a newer git");
        if (string.IsNullOrWhiteSpace(new GitCommand(Here).TryText("config", "user.name")) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CODESYNCER_AGENT")))
            yield return Finding.Warn("identity", "git knows no user.name: nobody can claim a bead or save work here", "run 'git config --global user.name NAME'");
    }

    private IEnumerable<Finding> RepositoryFormat()
    {
        var kind = repository.WorkTree is null ? "bare, so nothing is rendered" : repository.IsLinkedWorkTree ? "linked work tree" : "work tree";
        yield return Finding.Ok("repository", $"{Here} ({kind})");
        var git = new GitCommand(Here);
        var special = new List<string>();
        if (repository.HashSize == 32)
            special.Add("sha256");
        if (repository.UsesReftable)
            special.Add("reftable");
        if (git.TryText("config", "--type=bool", "--get", "core.splitIndex") == "true")
            special.Add("split index");
        if (git.TryText("config", "--type=bool", "--get", "index.sparse") == "true")
            special.Add("sparse index");
        if (git.TryText("config", "--get-regexp", @"^remote\..*\.promisor$|^extensions\.partialclone$") is not null)
            special.Add("partial clone (what is not here is not fetched)");
        if (File.Exists(Path.Combine(repository.CommonDirectory, "shallow")))
            special.Add("shallow clone");
        if (special.Count > 0)
            yield return Finding.Ok("format", $"{string.Join(", ", special)}: read through the git command where our own readers cannot");
    }

    private IEnumerable<Finding> Configuration()
    {
        var (_, problems) = SettingsFiles.Read(repository.WorkTree, strict: false);
        return problems.Count == 0
            ? [Finding.Ok("config", "sound")]
            : problems.Select(problem => Finding.Fail("config", $"{problem.Place}: {problem.Message}", problem.Hint));
    }

    private List<Finding> Wiring(WiringRecord known)
    {
        var findings = new List<Finding>();
        try
        {
            findings.AddRange(Executable());
            if (known.Hooks)
                findings.AddRange(Place(known));
            findings.AddRange(NewInit(known).Plan().Steps.Select(FindingOf));
            findings.AddRange(known.Agents.SelectMany(wiring => new AgentProbe(repository, places, known.Mode).Examine(wiring)));
            findings.AddRange(SavedWork());
            findings.AddRange(Documents());
        }
        catch (CodeSyncerException error)
        {
            findings.Add(Finding.Fail("repository", error.Message, error.Hint));
        }

        return findings;
    }

    private IEnumerable<Finding> Executable()
    {
        var executable = new UserExecutable(places);
        if (File.Exists(executable.Path) && executable.Version() is null)
            yield return Finding.Fail("executable", $"{executable.Path} does not run on this machine", "run 'codesyncer init' with a build for it");
    }

    private IEnumerable<Finding> Place(WiringRecord known)
    {
        var place = HooksPlace.Of(repository);
        if (place.Setting is not null && known.HookDirectories.Count > 0 && !known.HookDirectories.Contains(place.Directory))
        {
            yield return Finding.Fail("hooks",
                $"git looks in {place.Directory} now, not in {known.HookDirectories[^1]}: core.hooksPath is '{place.Setting}' ({place.Origin})", FixAdvice);
        }
    }

    private static Finding FindingOf(PlanStep step) => step.State switch
    {
        StepState.Same => Finding.Ok(step.Subject, step.Text),
        StepState.Warning => new Finding(FindingState.Warn, step.Subject, step.Text),
        _ => Finding.Fail(step.Subject, $"not so: {step.Text} ({string.Join(", ", step.Changes.Select(change => change.Path))})", FixAdvice),
    };

    private IEnumerable<Finding> SavedWork()
    {
        if (repository.WorkTree is null)
            yield break;
        if (SaveLater.LastFailure(repository) is { } failure)
            yield return Finding.Fail("work", $"the last save failed: {failure}", "run 'codesyncer work save' to see whether it still does");
        using var saves = new SavedWorks(repository);
        var last = saves.All().FirstOrDefault();
        yield return last is null ? Finding.Ok("work", "nothing is saved yet")
            : last.State.IsHistoryLeftOut ? Finding.Warn("work", "commits that were never pushed are not in the saved work: they are larger than a save may be", "push them, or raise work.max_save")
            : Finding.Ok("work", $"last saved {last.State.Time.ToLocalTime():yyyy-MM-dd HH:mm} ({last.State.Event})");
    }

    private IEnumerable<Finding> Documents()
    {
        if (repository.WorkTree is not { } root)
            yield break;
        var result = new ContextSync(Workspace.OpenForHook(repository)).Run(new SyncOptions { Check = true });
        foreach (var document in result.Documents)
        {
            var name = Path.GetRelativePath(root, document.Path).Replace('\\', '/');
            if (document.Reason is not null)
                yield return Finding.Warn("documents", $"{name} is left alone", document.Reason);
            else if (document.State == DocumentState.Stale)
                yield return Finding.Warn("documents", $"{name} is stale", "run 'codesyncer sync'");
            else
                yield return Finding.Ok("documents", $"{name} is up to date");
        }
    }

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial Regex VersionNumber();
}
