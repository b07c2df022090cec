using System.Management.Automation;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Platform.Context;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Context;

[Cmdlet(VerbsDiagnostic.Test, "Context")]
[OutputType(typeof(ContextCheck), typeof(bool))]
public sealed class TestContextCommand : RepositoryCommand
{
    [Parameter]
    public SwitchParameter Staged { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? To { get; set; }

    [Parameter]
    public SwitchParameter Quiet { get; set; }

    protected override void Execute()
    {
        var workspace = OpenWorkspace();
        var findings = WithProgress("Reading tags", (progress, cancel) => new LintRun(workspace).Run(Staged, progress, cancel));
        // Documents are local: only an onboarded clone has its own.
        var documents = To is not null || File.Exists(workspace.Paths.Enabled)
            ? new ContextSync(workspace).Run(new SyncOptions { Check = true, To = To is null ? null : FullPath(To) }, null, Cancelled)
            : null;
        var passed = findings.All(finding => finding.Severity != LintSeverity.Error) && documents?.IsStale != true;
        WriteObject(Quiet ? passed : new ContextCheck(findings, documents, workspace.Root, passed));
    }
}
