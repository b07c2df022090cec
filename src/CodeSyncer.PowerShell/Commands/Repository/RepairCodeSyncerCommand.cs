using System.Management.Automation;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Repository;

[Cmdlet(VerbsDiagnostic.Repair, "CodeSyncer", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(OnboardingStep))]
public sealed class RepairCodeSyncerCommand : OnboardingCommand
{
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void Execute(string path)
    {
        var repository = GitRepository.Discover(path);
        var root = repository.WorkTree ?? repository.GitDirectory;
        var doctor = new Doctor(repository, UserPlaces.OfThisUser(), ModuleExecutable.Find());
        if (!ShouldProcess(root, "Repair the wiring and the context documents"))
            return;
        var mended = doctor.Fix();
        if (!PassThru)
            Tell(mended.Count == 0 ? $"Nothing to mend in {root}" : $"Mending {root}");
        Report(root, mended, PassThru);
        foreach (var finding in doctor.Examine().Where(finding => finding.State == FindingState.Fail))
            Warn($"{finding.Check}: {finding.Text}{(finding.Advice is null ? "" : $": {finding.Advice}")}");
    }
}
