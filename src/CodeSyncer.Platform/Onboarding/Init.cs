using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>
/// Onboards a repository: plans every change first, so that it can be shown, and applies all or none. Run again, it
/// plans only what is not as it should be.
/// </summary>
public sealed class Init
{
    /// <summary>The documents, each by its name: nothing else in that folder is ours to hide.</summary>
    public static readonly IReadOnlyList<string> Documents =
        ["DECISIONS.md", "OPEN.md", "RULES.md", "ARCHITECTURE.md", "CURRENT.md"];

    private readonly GitRepository repository;
    private readonly UserPlaces places;
    private readonly InitOptions options;
    private readonly ExecutableSource? source;
    private readonly WiringRecord? known;
    private readonly List<string> toCommit = [];

    /// <param name="source">The build to install; null where this process has none, then the installed one serves.</param>
    public Init(GitRepository repository, UserPlaces places, InitOptions options, ExecutableSource? source)
    {
        this.repository = repository;
        this.places = places;
        this.options = options;
        this.source = source;
        known = WiringRecord.Read(repository);
        Mode = options.Mode ?? known?.Mode ?? InitMode.Local;
    }

    public InitMode Mode { get; }

    /// <exception cref="CodeSyncerException">Something in the way cannot be read or understood; nothing was changed.</exception>
    public ChangePlan Plan()
    {
        try
        {
            return new ChangePlan([.. Steps()]);
        }
        catch (UnauthorizedAccessException error)
        {
            throw ErrorTexts.CannotRead(repository.GitDirectory, error);
        }
    }

    /// <summary>Files that <see cref="Plan"/> named and that git sees as new or changed, relative to the root.</summary>
    public IReadOnlyList<string> LeftToCommit() =>
        repository.WorkTree is null || toCommit.Count == 0
            ? []
            : [.. new GitCommand(repository.WorkTree).Text(["status", "--porcelain", "-z", "--untracked-files=all", "--", .. toCommit])
                .Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry[3..])];

    private List<PlanStep> Steps()
    {
        var steps = new List<PlanStep>();
        var hidden = new List<string>();
        var directories = new List<string>();
        var written = new List<string>();
        var created = new List<string>();
        if (options.Hooks)
        {
            steps.Add(ExecutableStep());
            var place = HooksPlace.Of(repository);
            var wiring = new HookWiring(repository, place, places.Executable, Mode == InitMode.Shared);
            var wired = wiring.Plan();
            hidden.AddRange(wiring.Excluded);
            toCommit.AddRange(wiring.ToCommit);
            if (wired.Any(step => step.State != StepState.Warning))
            {
                directories.Add(place.Directory);
                created.AddRange(MissingFolders(place.Directory));
            }

            steps.AddRange(wired);
            if (place.Passing is not null)
                steps.Add(PlanStep.Warning("hooks", $"core.hooksPath is '{place.Passing}' only in this shell's environment; wired is where git looks without it"));
            if (place.IsShared)
                steps.Add(PlanStep.Of("hooks", "this repository noted as one that uses them", new SharedPlaces(places).PlanAdding(place.Directory, repository)));
            var lefthook = new LefthookLocal(repository);
            if (lefthook.Plan(wiring.GeneratedByLefthook, places.Executable) is { } step)
            {
                steps.Add(step);
                if (step.State != StepState.Warning)
                {
                    hidden.Add("/" + Path.GetRelativePath(repository.WorkTree!, lefthook.File!).Replace('\\', '/'));
                    written.Add(lefthook.File!);
                    if (!File.Exists(lefthook.File))
                        created.Add(lefthook.File!);
                }
            }
        }

        if (Mode != InitMode.Private && repository.WorkTree is { } root)
        {
            var agents = new AgentsFiles(root);
            steps.AddRange(agents.Plan());
            written.AddRange(agents.Written);
            created.AddRange(agents.Created);
            toCommit.AddRange(agents.Written.Select(path => Path.GetRelativePath(RealPath.Of(root), path).Replace('\\', '/')));
        }

        if (Mode == InitMode.Shared && repository.WorkTree is { } shared)
        {
            var script = new OnboardScript(shared);
            steps.Add(script.Plan());
            toCommit.Add(OnboardScript.Name);
            if (!File.Exists(script.Path))
                created.Add(script.Path);
        }

        steps.Insert(0, EnabledStep(directories, written, created));
        steps.Insert(1, ExcludeStep(hidden));
        return steps;
    }

    private PlanStep ExecutableStep()
    {
        var executable = new UserExecutable(places);
        if (source is null)
        {
            return executable.Version() is { } version
                ? PlanStep.Same("executable", $"{executable.Path} ({version}) serves; this build has none of its own to install")
                : throw ErrorTexts.NoExecutable(executable.Path);
        }

        return executable.Compare(source) switch
        {
            InstallOutcome.Same => PlanStep.Same("executable", $"{executable.Path} ({source.Version} {source.Kind})"),
            InstallOutcome.NewerKept => PlanStep.Same("executable", $"{executable.Path} is newer than this one ({source.Version}) and stays"),
            _ => PlanStep.Of("executable", $"{executable.Path} ({source.Version} {source.Kind})", new InstallExecutable(executable, source)),
        };
    }

    private PlanStep EnabledStep(IEnumerable<string> directories, IEnumerable<string> written, IEnumerable<string> created)
    {
        var record = new WiringRecord
        {
            Mode = Mode,
            Hooks = options.Hooks,
            HookDirectories = [.. (known?.HookDirectories ?? []).Union(directories)],
            Written = [.. (known?.Written ?? []).Union(written)],
            Created = [.. (known?.Created ?? []).Union(created)],
        };
        var changes = new List<Change>();
        var content = record.ToBytes();
        var path = WiringRecord.PathOf(repository);
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            changes.Add(new WriteFile(path, content));
        var enabled = WiringRecord.EnabledPath(repository);
        if (!File.Exists(enabled))
            changes.Add(new WriteFile(enabled, Encoding.ASCII.GetBytes("This repository uses CodeSyncer; 'codesyncer uninstall' takes it out.\n")));
        return PlanStep.Of("repository", $"{repository.OwnDirectory} holds what is ours ({Mode.ToString().ToLowerInvariant()})", changes);
    }

    private PlanStep ExcludeStep(IEnumerable<string> hidden)
    {
        var exclude = new ExcludeFile(repository);
        var before = exclude.Patterns();
        var tracked = repository.WorkTree is null
            ? []
            : new GitCommand(repository.WorkTree).Text("ls-files", "-z", "--", ".codesyncer").Split('\0').ToHashSet();
        List<string> after =
        [
            .. before.Union(Documents.Select(name => ".codesyncer/" + name).Where(path => !tracked.Contains(path)).Select(path => "/" + path)).Union(hidden),
        ];
        return PlanStep.Of(
            "exclude", "info/exclude names the generated documents one by one: git never shows them",
            before.SequenceEqual(after) ? [] : [new ExcludeChange(exclude, after)]);
    }

    private static IEnumerable<string> MissingFolders(string folder)
    {
        for (var missing = folder; missing is not null && !Directory.Exists(missing); missing = Path.GetDirectoryName(missing))
            yield return missing;
    }
}
