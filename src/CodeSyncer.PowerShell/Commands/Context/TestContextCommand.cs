using System.Management.Automation;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Lint;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Context;

[Cmdlet(VerbsDiagnostic.Test, "Context")]
[OutputType(typeof(ContextCheck), typeof(bool))]
public sealed class TestContextCommand : ScopeCommand
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
        var scope = OpenScope();
        // Calls of endpoints are judged by the whole town, in a rig too.
        if (scope.Town is null)
            WarnOf(scope.Surroundings());
        var findings = WithProgress("Reading tags", (progress, cancel) => ScopeLint.Run(scope, Staged, progress, cancel));
        if (scope.Town is not null && To is not null)
            throw ErrorTexts.OneRepositoryOnly("-To", scope.Town);
        if (scope.Town is not null)
        {
            Answer(findings, ScopeSync.Run(scope, new SyncOptions { Check = true }, Cancelled), Roots(scope));
            return;
        }

        var workspace = scope.Rigs[0].Workspace;
        // Documents are local: only an onboarded clone has its own.
        var documents = To is not null || File.Exists(workspace.Paths.Enabled)
            ? new ContextSync(workspace).Run(new SyncOptions { Check = true, To = To is null ? null : FullPath(To) }, null, Cancelled)
            : null;
        Answer(findings, documents, _ => workspace.Repository.WorkTree ?? workspace.Repository.GitDirectory);
    }

    private void Answer(IReadOnlyList<LintFinding> findings, SyncResult? documents, Func<string, string> rootOf)
    {
        var passed = findings.All(finding => finding.Severity != LintSeverity.Error) && documents?.IsStale != true;
        WriteObject(Quiet ? passed : new ContextCheck(findings, documents, rootOf, passed));
    }
}
