using System.Management.Automation;
using CodeSyncer.Platform.Context;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Context;

[Cmdlet(VerbsData.Sync, "Context", SupportsShouldProcess = true)]
[OutputType(typeof(ContextDocument))]
public sealed class SyncContextCommand : RepositoryCommand
{
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? To { get; set; }

    [Parameter]
    [Alias("Branch", "Revision")]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    public string? Rev { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void Execute()
    {
        var workspace = OpenWorkspace();
        var options = new SyncOptions { To = To is null ? null : FullPath(To), Rev = Rev };
        if (!ShouldProcess(options.To ?? System.IO.Path.Combine(workspace.Root, OwnPaths.Folder), "Write context documents"))
            return;
        var result = WithProgress("Reading tags", (progress, cancel) => new ContextSync(workspace).Run(options, progress, cancel));
        foreach (var document in result.Skipped)
            Warn($"'{document.Path}' is left alone: {document.Reason}");
        if (PassThru)
            WriteObject(result.Documents.Select(document => new ContextDocument(document)), enumerateCollection: true);
    }
}
