using System.Management.Automation;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Repository;

[Cmdlet(VerbsDiagnostic.Test, "CodeSyncer", DefaultParameterSetName = "Path")]
[OutputType(typeof(WiringFinding), typeof(bool))]
public sealed class TestCodeSyncerCommand : OnboardingCommand
{
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    protected override void Execute(string path)
    {
        var repository = GitRepository.Discover(path);
        var root = repository.WorkTree ?? repository.GitDirectory;
        var findings = new Doctor(repository, UserPlaces.OfThisUser(), ModuleExecutable.Find()).Examine();
        if (Quiet)
            WriteObject(findings.All(finding => finding.State != FindingState.Fail));
        else
            WriteObject(findings.Select(finding => new WiringFinding(finding, root)), enumerateCollection: true);
    }
}
