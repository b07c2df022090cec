using System.Management.Automation;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Platform.Town;
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
        var (root, findings) = GitRepository.TryDiscover(path) is null && LedgerPlace.TownAround(path) is { } town ? Town(town) : Repository(path);
        if (Quiet)
            WriteObject(findings.All(finding => finding.State != FindingState.Fail));
        else
            WriteObject(findings.Select(finding => new WiringFinding(finding, root)), enumerateCollection: true);
    }

    private static (string, IReadOnlyList<Finding>) Repository(string path)
    {
        var repository = TownInPlace.RepositoryAt(path);
        return (repository.WorkTree ?? repository.GitDirectory, new Doctor(repository, UserPlaces.OfThisUser(), ModuleExecutable.Find()).Examine());
    }

    private static (string, IReadOnlyList<Finding>) Town(string root)
    {
        using var town = TownWorkspace.Open(root, isShell: true, executable: ModuleExecutable.Find());
        return (root, new TownDoctor(town).Examine());
    }
}
