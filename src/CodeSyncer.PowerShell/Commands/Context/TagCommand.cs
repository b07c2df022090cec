using System.Management.Automation;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Context;

/// <summary>What the cmdlets that list tags share: all filters but the kind.</summary>
public abstract class TagCommand : RepositoryCommand
{
    private readonly List<string> _paths = [];

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
    public SwitchParameter Staged { get; set; }

    [Parameter]
    public SwitchParameter Changed { get; set; }

    [Parameter]
    public SwitchParameter Blame { get; set; }

    protected abstract IReadOnlyList<string> Kinds { get; }

    protected abstract ContextTag Create(Tag tag, string root);

    protected override void ProcessRecord() => _paths.AddRange((ParameterSetName == "LiteralPath" ? LiteralPath : Path).Select(FullPath));

    protected override void Execute()
    {
        // A pipeline that gave nothing asks about nothing, not about everything.
        if (MyInvocation.ExpectingInput && _paths.Count == 0)
            return;
        if (Staged && Rev is not null)
            throw ErrorTexts.StagedAndRevision(Rev);
        var byRepository = _paths.GroupBy(path => Repository is null ? GitRepository.Discover(path).GitDirectory : "");
        foreach (var paths in _paths.Count == 0 ? [[]] : byRepository.Select(group => group.ToList()))
            List(Repository is null && paths.Count > 0 ? Workspace.Open(FolderOf(paths[0])) : OpenWorkspace(), paths);
    }

    private void List(Workspace workspace, IReadOnlyList<string> paths)
    {
        var root = workspace.Repository.WorkTree ?? workspace.Repository.GitDirectory;
        var selection = new PathSelection(root, paths, ParameterSetName == "LiteralPath");
        var query = new TagQuery
        {
            Kinds = Kinds,
            Text = Text,
            Since = Since is { } since ? DateOnly.FromDateTime(since) : null,
            Before = Before is { } before ? DateOnly.FromDateTime(before) : null,
            By = By,
            Status = Status,
            Rev = Rev,
            Staged = Staged,
            Changed = Changed,
        };
        var tags = WithProgress("Reading tags", (progress, cancel) => new TagReader(workspace).Read(query, progress, cancel))
            .Where(tag => selection.Holds(tag.Path)).Select(tag => Create(tag, root)).ToList();
        WriteObject(Blame ? Blamed(workspace, tags) : tags, enumerateCollection: true);
    }

    private IEnumerable<PSObject> Blamed(Workspace workspace, List<ContextTag> tags)
    {
        var blame = new Blame(workspace.Repository, Rev, Staged);
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
