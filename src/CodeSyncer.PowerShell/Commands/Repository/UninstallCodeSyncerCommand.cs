using System.Management.Automation;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Platform.Town;
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
        // What a town once was is only looked for where all of it is to go.
        if (TownInPlace.IsMeant(path) && (LedgerPlace.IsTown(path) || Purge))
        {
            TakeApart(path);
            return;
        }

        var repository = TownInPlace.RepositoryAt(path);
        var root = repository.WorkTree ?? repository.GitDirectory;
        var plan = new Uninstall(repository, UserPlaces.OfThisUser(), Purge).Plan();
        if (plan.HasChanges && !ShouldProcess(root, $"Take CodeSyncer out: {Subjects(plan)}"))
            return;
        plan.Apply();
        if (!PassThru)
            Tell(plan.HasChanges ? $"Taking CodeSyncer out of {root}" : $"Nothing to do: there is nothing of CodeSyncer in {root}");
        Report(root, plan.Steps, PassThru);
    }

    private void TakeApart(string folder)
    {
        var place = new TownInPlace(folder);
        if (place.IsTown && !ShouldProcess(folder, $"Take the town apart: {string.Join(", ", place.Rigs.Select(rig => rig.Name))}"))
            return;
        var left = place.Rigs.Count;
        foreach (var rig in place.Rigs)
        {
            GuardItem(
                () =>
                {
                    place.Release(rig);
                    left--;
                    if (GitRepository.TryDiscover(System.IO.Path.GetFullPath(rig.Path, folder)) is not { WorkTree: { } root } repository)
                    {
                        Warn(place.StaysIn(rig));
                        return;
                    }

                    Execute(root);
                    place.NoteLeft(repository);
                },
                rig.Name);
        }

        if (left > 0)
            return;
        foreach (var repository in Purge ? place.Leftovers().ToList() : [])
            GuardItem(() => Execute(repository.WorkTree ?? repository.GitDirectory), repository);
        if (!place.IsTown)
            return;
        Report(folder, place.RemoveAgents(), PassThru);
        foreach (var kept in place.Dissolve(Purge))
            Warn($"Stays in {kept}.");
    }
}
