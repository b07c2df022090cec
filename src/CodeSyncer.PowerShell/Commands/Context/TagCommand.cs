using System.Management.Automation;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Lint;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Records;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Context;

/// <summary>What the cmdlets that list tags share: all filters but the kind.</summary>
public abstract class TagCommand : ScopeCommand
{
    private readonly List<string> _paths = [];
    private readonly HashSet<string> _kindsFound = new(StringComparer.OrdinalIgnoreCase);

    [Parameter(Position = 0, ParameterSetName = "Path", ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    [Parameter]
    public string? Text { get; set; }

    [Parameter]
    public DateTime? Since { get; set; }

    [Parameter]
    public DateTime? Before { get; set; }

    [Parameter]
    [SupportsWildcards]
    public string? By { get; set; }

    [Parameter]
    [SupportsWildcards]
    public string? Status { get; set; }

    [Parameter]
    [Alias("Branch", "Revision")]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    public string? Rev { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    [ValidateNotNullOrEmpty]
    public string? AsOf { get; set; }

    [Parameter]
    public SwitchParameter History { get; set; }

    [Parameter]
    public SwitchParameter Staged { get; set; }

    [Parameter]
    public SwitchParameter Changed { get; set; }

    [Parameter]
    public SwitchParameter Blame { get; set; }

    protected abstract IReadOnlyList<string> Kinds { get; }

    protected abstract ContextTag Create(Tag tag, string root, string rig);

    protected override void ProcessRecord() => _paths.AddRange((ParameterSetName == "LiteralPath" ? LiteralPath : Path).Select(FullPath));

    protected override void Execute()
    {
        // A pipeline that gave nothing asks about nothing, not about everything.
        if (MyInvocation.ExpectingInput && _paths.Count == 0)
            return;
        if (Staged && Rev is not null)
            throw ErrorTexts.StagedAndRevision(Rev);
        if (AsOf is not null && (Staged || Rev is not null))
            throw ErrorTexts.StagedAndRevision(AsOf);
        // At a town's root its paths are asked about as its own: rows carry the rig.
        var isTown = Town || (Repository is null && GitRepository.TryDiscover(CurrentDirectory) is null && LedgerPlace.TownAround(CurrentDirectory) is not null);
        var byRepository = _paths.GroupBy(path => Repository is null && !isTown ? GitRepository.Discover(path).GitDirectory : "");
        foreach (var paths in _paths.Count == 0 ? [[]] : byRepository.Select(group => group.ToList()))
        {
            var scope = Repository is null && !isTown && paths.Count > 0 ? TownScope.Of(FolderOf(paths[0])) : OpenScope();
            (scope, var leftOut) = ScopePast.Narrow(scope, Query(paths));
            foreach (var (rig, problem) in leftOut)
                Warn($"Rig '{rig}' is left out: {problem}.");
            if (History)
                ListHistory(scope, paths);
            else
                scope.Rigs.Where(rig => scope.Town is null || ScopeTags.IsAbout(rig, Query(paths))).ToList().ForEach(rig => List(rig, paths, scope));
            // What is no longer there may be asked about in the past.
            foreach (var path in paths.Where(path => !History && !Staged && (Rev ?? AsOf) is null && !System.IO.Path.Exists(path) && (ParameterSetName == "LiteralPath" || !WildcardPattern.ContainsWildcardCharacters(path))))
                GuardItem(() => throw ErrorTexts.PathNotFound(path), path);
        }

        foreach (var problem in UnusedKinds.Of(Kinds, _kindsFound))
            Warn(char.ToUpperInvariant(problem[0]) + problem[1..] + (problem.EndsWith('?') ? "" : "."));
    }

    private void List(RigWorkspace rig, List<string> paths, TownScope scope)
    {
        var workspace = rig.Workspace;
        var root = workspace.Repository.WorkTree ?? workspace.Repository.GitDirectory;
        var selection = new PathSelection(root, scope.Town is null ? paths : ScopeTags.Within(rig, Query(paths)).Paths, ParameterSetName == "LiteralPath");
        var tags = WithProgress("Reading tags", (progress, cancel) => new TagReader(workspace).Read(Query(), progress, cancel))
            .Where(tag => selection.Holds(tag.Path)).Select(tag => Create(tag, root, rig.Rig)).ToList();
        _kindsFound.UnionWith(tags.Select(tag => tag.Kind));
        WriteObject(Blame ? Blamed(workspace, tags) : tags, enumerateCollection: true);
    }

    private void ListHistory(TownScope scope, List<string> paths)
    {
        foreach (var rig in ScopeHistory.Shallow(scope))
            Warn($"The history{(rig.Length == 0 ? "" : $" of '{rig}'")} is cut (a shallow clone): what is older is not known; 'git fetch --unshallow' brings it.");
        foreach (var rig in scope.Rigs.Where(rig => scope.Town is null || ScopeTags.IsAbout(rig, Query(paths))))
        {
            var root = rig.Workspace.Repository.WorkTree ?? rig.Workspace.Repository.GitDirectory;
            var within = scope.Town is null ? paths : ScopeTags.Within(rig, Query(paths)).Paths;
            var selection = new PathSelection(root, within, ParameterSetName == "LiteralPath");
            var lives = WithProgress("Reading history", (_, cancel) => ScopeHistory.Of(rig, Query(), cancel));
            foreach (var (name, life) in lives.Where(life => within.Count == 0 || life.Life.Events.Any(one => selection.Holds(one.Tag.Path))))
            {
                _kindsFound.UnionWith(life.Events.Select(one => one.Tag.Kind));
                WriteObject(life.Events.Select(one => new TagHistoryEntry(name, life, one)), enumerateCollection: true);
            }
        }
    }

    /// <summary>The query as scopes take it: which rigs it is about.</summary>
    private TagQuery Query(List<string> paths) => Query() with { Paths = paths };

    private TagQuery Query() => new()
    {
        Kinds = Kinds,
        Text = Text,
        Since = Since is { } since ? DateOnly.FromDateTime(since) : null,
        Before = Before is { } before ? DateOnly.FromDateTime(before) : null,
        By = By,
        Status = Status,
        Rev = Rev,
        AsOf = AsOf,
        Staged = Staged,
        Changed = Changed,
    };

    private IEnumerable<PSObject> Blamed(Workspace workspace, List<ContextTag> tags)
    {
        var blame = new Blame(workspace.Repository, AsOf is null ? Rev : CommitAt.Of(workspace.Repository, AsOf), Staged);
        var origins = WithProgress("Reading history", (_, cancel) => blame.Of([.. tags.Select(tag => (tag.RelativePath, tag.Line))], cancel));
        return tags.Zip(origins, (tag, origin) => tag.WithOrigin(origin));
    }

    /// <summary>A folder that exists, above a path that may hold wildcards or name what is no longer there.</summary>
    private static string FolderOf(string path)
    {
        while (!Directory.Exists(path))
            path = System.IO.Path.GetDirectoryName(path)!;
        return path;
    }
}
