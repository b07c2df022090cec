using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Agents;
using CodeSyncer.Platform.Cache;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform;

/// <summary>A repository with its settings and our own places in it: what every front opens first.</summary>
public sealed class Workspace
{
    private TagCache? _cache;
    private ICurrentBrief? _brief;

    private Workspace(GitRepository repository, Settings settings, IReadOnlyList<ConfigProblem> problems)
    {
        Repository = repository;
        Settings = settings;
        ConfigProblems = problems;
        Paths = new OwnPaths(repository);
    }

    public GitRepository Repository { get; }

    public Settings Settings { get; }

    /// <summary>What is wrong in the configuration; only a git hook goes on with the defaults then.</summary>
    public IReadOnlyList<ConfigProblem> ConfigProblems { get; }

    public OwnPaths Paths { get; }

    /// <summary>The root of the work tree.</summary>
    /// <exception cref="CodeSyncerException">The repository is bare.</exception>
    public string Root => Repository.WorkTree ?? throw ErrorTexts.BareRepository(Repository.GitDirectory);

    /// <summary>What CURRENT.md says of the ledger.</summary>
    internal ICurrentBrief CurrentBrief => _brief ??= new LedgerBrief(this);

    internal TagCache Cache => _cache ??= TagCache.Open(Paths.TagCache);

    /// <summary>Opens the repository that a path is in.</summary>
    /// <exception cref="CodeSyncerException">There is none, or its configuration is wrong.</exception>
    public static Workspace Open(string path) =>
        Path.Exists(path) ? Open(GitRepository.Discover(path), strict: true) : throw ErrorTexts.PathNotFound(path);

    /// <summary>For a hook: what is wrong in the configuration is kept for a warning, and the defaults serve.</summary>
    public static Workspace OpenForHook(GitRepository repository) => Open(repository, strict: false);

    private static Workspace Open(GitRepository repository, bool strict)
    {
        var (settings, problems) = SettingsFiles.Read(repository.WorkTree, strict);
        return new Workspace(repository, settings, problems);
    }
}
