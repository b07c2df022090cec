using System.Text;
using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>
/// Onboards a repository: plans every change first, so that it can be shown, and applies all or none. Run again, it
/// plans only what is not as it should be.
/// </summary>
public sealed class Init
{
    private readonly GitRepository _repository;
    private readonly UserPlaces _places;
    private readonly InitOptions _options;
    private readonly ExecutableSource? _source;
    private readonly WiringRecord? _known;
    private readonly List<string> _toCommit = [];

    /// <param name="source">The build to install; null where this process has none, then the installed one serves.</param>
    public Init(GitRepository repository, UserPlaces places, InitOptions options, ExecutableSource? source)
    {
        _repository = repository;
        _places = places;
        _options = options;
        _source = source;
        _known = WiringRecord.Read(repository);
        Mode = options.Mode ?? _known?.Mode ?? InitMode.Local;
    }

    public InitMode Mode { get; }

    /// <exception cref="CodeSyncerException">Something in the way cannot be read or understood; nothing was changed.</exception>
    public ChangePlan Plan()
    {
        try
        {
            return new ChangePlan([.. Steps()]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ErrorTexts.CannotRead(_repository.WorkTree ?? _repository.GitDirectory, error);
        }
    }

    /// <summary>Files that <see cref="Plan"/> named and that git sees as new or changed, relative to the root.</summary>
    public IReadOnlyList<string> LeftToCommit() =>
        _repository.WorkTree is null || _toCommit.Count == 0
            ? []
            : [.. new GitCommand(_repository.WorkTree).Text(["status", "--porcelain", "-z", "--untracked-files=all", "--", .. _toCommit])
                .Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry[3..])];

    private List<PlanStep> Steps()
    {
        var steps = new List<PlanStep>();
        var hidden = new List<string>();
        var directories = new List<string>();
        var written = new List<string>();
        var tracked = new List<string>();
        var created = new List<string>();
        var agents = Agents();
        if (_options.Hooks || agents.Count > 0)
            steps.Add(ExecutableStep());
        if (_options.Hooks)
        {
            var place = HooksPlace.Of(_repository);
            var wiring = new HookWiring(_repository, place, _places.Executable, Mode == InitMode.Shared);
            var wired = wiring.Plan();
            hidden.AddRange(wiring.Excluded);
            _toCommit.AddRange(wiring.ToCommit);
            tracked.AddRange(wiring.EditedTracked);
            if (wired.Any(step => step.State != StepState.Warning))
            {
                directories.Add(place.Directory);
                created.AddRange(MissingFolders(place.Directory));
            }

            steps.AddRange(wired);
            if (place.Passing is not null)
                steps.Add(PlanStep.Warning("hooks", $"core.hooksPath is '{place.Passing}' only in this shell's environment; wired is where git looks without it"));
            if (place.IsShared)
                steps.Add(PlanStep.Of("hooks", "this repository noted as one that uses them", new SharedPlaces(_places).PlanAdding(place.Directory, _repository)));
            var lefthook = new LefthookLocal(_repository);
            if (lefthook.Plan(wiring.GeneratedByLefthook, _places.Executable) is { } step)
            {
                steps.Add(step);
                if (step.State != StepState.Warning)
                {
                    hidden.Add("/" + Path.GetRelativePath(RealPath.Of(_repository.WorkTree!), lefthook.File!).Replace('\\', '/'));
                    written.Add(lefthook.File!);
                    if (!File.Exists(lefthook.File))
                        created.Add(lefthook.File!);
                }
            }
        }

        if (Mode != InitMode.Private && _repository.WorkTree is { } root)
        {
            var files = new AgentsFiles(root);
            steps.AddRange(files.Plan());
            written.AddRange(files.Written);
            created.AddRange(files.Created);
            _toCommit.AddRange(files.Written.Select(path => Path.GetRelativePath(RealPath.Of(root), path).Replace('\\', '/')));
        }

        if (Mode == InitMode.Shared && _repository.WorkTree is { } shared)
        {
            var script = new OnboardScript(RealPath.Of(shared));
            steps.Add(script.Plan());
            _toCommit.Add(OnboardScript.Name);
            if (!File.Exists(script.Path))
                created.Add(script.Path);
        }

        var wirings = (_known?.Agents ?? []).ToList();
        if (_repository.WorkTree is not null)
            steps.AddRange([.. AgentSteps(agents, wirings, hidden, created)]);
        steps.Insert(0, EnabledStep(directories, written, tracked, created, wirings));
        steps.Insert(1, ExcludeStep(hidden));
        return steps;
    }

    /// <summary>The agents that are to be wired in this work tree.</summary>
    private List<AgentProfile> Agents() => AgentSettings.Named(_options.Agents ?? [.. WiredHere().Select(wiring => wiring.Agent)]);

    private IEnumerable<AgentWiring> WiredHere()
    {
        var root = _repository.WorkTree is null ? null : RealPath.Of(_repository.WorkTree);
        return (_known?.Agents ?? []).Where(wiring => root is not null && RealPath.IsWithin(wiring.File, root));
    }

    /// <param name="wired">What is wired; becomes what is wired then.</param>
    private IEnumerable<PlanStep> AgentSteps(List<AgentProfile> agents, List<AgentWiring> wired, List<string> hidden, List<string> created)
    {
        var settings = new AgentSettings(_repository, _places.Executable, Mode);
        // Those that are named no longer go, and those that stand in another file now; of those that stay each is looked at again.
        foreach (var wiring in WiredHere().ToList())
        {
            wired.Remove(wiring);
            if (!agents.Exists(agent => agent.Name == wiring.Agent && settings.FileOf(agent) == wiring.File))
                yield return AgentSettings.PlanRemoval(wiring, _known!.Created.Contains(wiring.File));
        }

        if (agents.Count == 0)
            yield return PlanStep.Same("agents", $"none is wired; 'init --agents {string.Join(',', AgentCatalog.All.Take(2).Select(agent => agent.Name))}' lets them ask us (known: {string.Join(", ", AgentCatalog.All.Select(agent => agent.Name))})");
        foreach (var agent in agents)
            yield return settings.Plan(agent, WiredHere().FirstOrDefault(wiring => wiring.Agent == agent.Name && wiring.File == settings.FileOf(agent)));
        wired.AddRange(settings.Wired);
        hidden.AddRange(settings.Hidden);
        created.AddRange(settings.Created);
        _toCommit.AddRange(settings.ToCommit);
    }

    private PlanStep ExecutableStep()
    {
        var executable = new UserExecutable(_places);
        if (_source is null)
        {
            return executable.Version() is { } version
                ? PlanStep.Same("executable", $"{executable.Path} ({version}) serves; this build has none of its own to install")
                : throw ErrorTexts.NoExecutable(executable.Path);
        }

        return executable.Compare(_source) switch
        {
            InstallOutcome.Same => PlanStep.Same("executable", $"{executable.Path} ({_source.Version} {_source.Kind})"),
            InstallOutcome.NewerKept => PlanStep.Same("executable", $"{executable.Path} is newer than this one ({_source.Version}) and stays"),
            _ => PlanStep.Of("executable", $"{executable.Path} ({_source.Version} {_source.Kind})", new InstallExecutable(executable, _source)),
        };
    }

    private PlanStep EnabledStep(IEnumerable<string> directories, IEnumerable<string> written, IEnumerable<string> tracked, IEnumerable<string> created, IReadOnlyList<AgentWiring> agents)
    {
        var record = new WiringRecord
        {
            Mode = Mode,
            Hooks = _options.Hooks,
            HookDirectories = [.. (_known?.HookDirectories ?? []).Union(directories)],
            Written = [.. (_known?.Written ?? []).Union(written)],
            TrackedHooks = [.. (_known?.TrackedHooks ?? []).Union(tracked)],
            Created = [.. (_known?.Created ?? []).Union(created)],
            Agents = agents,
        };
        var changes = new List<Change>();
        var content = record.ToBytes(_repository);
        var path = WiringRecord.PathOf(_repository);
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            changes.Add(new WriteFile(path, content));
        var enabled = WiringRecord.EnabledPath(_repository);
        if (!File.Exists(enabled))
            changes.Add(new WriteFile(enabled, Encoding.ASCII.GetBytes("This repository uses CodeSyncer; 'codesyncer uninstall' takes it out.\n")));
        return PlanStep.Of("repository", $"{_repository.OwnDirectory} holds what is ours ({Mode.ToString().ToLowerInvariant()})", changes);
    }

    private PlanStep ExcludeStep(IEnumerable<string> hidden)
    {
        var exclude = new ExcludeFile(_repository);
        var before = exclude.Patterns();
        List<string> after = [.. new BlockedNames(_repository).Patterns().Union(hidden)];
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
