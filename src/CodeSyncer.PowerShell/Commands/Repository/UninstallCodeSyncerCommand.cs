using System.Management.Automation;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Repository;

[Cmdlet(VerbsLifecycle.Uninstall, "CodeSyncer", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(OnboardingStep))]
public sealed class UninstallCodeSyncerCommand : OnboardingCommand
{
    [Parameter]
    public SwitchParameter Purge { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void Execute(string path)
    {
        var repository = GitRepository.Discover(path);
        var root = repository.WorkTree ?? repository.GitDirectory;
        var plan = new Uninstall(repository, UserPlaces.OfThisUser(), Purge).Plan();
        if (plan.HasChanges && !ShouldProcess(root, $"Take CodeSyncer out: {Subjects(plan)}"))
            return;
        plan.Apply();
        if (!PassThru)
            Tell(plan.HasChanges ? $"Taking CodeSyncer out of {root}" : $"Nothing to do: there is nothing of CodeSyncer in {root}");
        Report(root, plan.Steps, PassThru);
    }
}
