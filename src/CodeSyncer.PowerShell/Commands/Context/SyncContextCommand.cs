using System.Management.Automation;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Context;

[Cmdlet(VerbsData.Sync, "Context", SupportsShouldProcess = true)]
[OutputType(typeof(ContextDocument))]
public sealed class SyncContextCommand : ScopeCommand
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
        var scope = OpenScope();
        var options = new SyncOptions { To = To is null ? null : FullPath(To), Rev = Rev };
        if (scope.Town is not null && (To is not null || Rev is not null))
            throw ErrorTexts.OneRepositoryOnly(To is not null ? "-To" : "-Rev", scope.Town);
        if (!ShouldProcess(options.To ?? (scope.Town is not null ? $"{scope.Town} and its {scope.Rigs.Count} rigs" : System.IO.Path.Combine(scope.Rigs[0].Workspace.Root, OwnPaths.Folder)), "Write context documents"))
            return;
        var result = WithProgress("Reading tags", (progress, cancel) => scope.Town is null ? new ContextSync(scope.Rigs[0].Workspace).Run(options, progress, cancel) : ScopeSync.Run(scope, options, cancel));
        foreach (var document in result.Skipped)
            Warn($"'{document.Path}' is left alone: {document.Reason}");
        if (PassThru)
            WriteObject(result.Documents.Select(document => new ContextDocument(document)), enumerateCollection: true);
    }
}
