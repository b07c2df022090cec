using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>init</c> and <c>uninstall</c> of a folder of clones: a town in place.</summary>
internal static class TownInit
{
    /// <param name="onboard">Onboards one repository and says so.</param>
    /// <param name="agents">Agents to wire at the root too; null: those that are wired there already.</param>
    public static int Init(string folder, bool dryRun, IReadOnlyList<string>? agents, Action<Workspace> onboard)
    {
        var place = new TownInPlace(folder);
        // A name that no agent has is said before anything is done.
        place.PlanAgents(agents);
        Say(place.IsTown ? $"The town {folder}" : dryRun ? $"Would make a town of {folder}" : $"A town of {folder}");
        foreach (var rig in place.Rigs)
            PlanText.Write(StepState.Same, "rig", $"{rig.Name}: {rig.Path}");
        foreach (var clone in place.Clones)
            PlanText.Write(clone.Refusal is null ? StepState.Change : StepState.Warning, "rig", clone.Refusal is null ? $"{clone.Name}: {Path.GetRelativePath(folder, clone.Path)}" : $"{Path.GetRelativePath(folder, clone.Path)} is left out: {clone.Refusal}");
        if (!dryRun)
            place.Found();
        var failed = false;
        foreach (var clone in place.Clones.Where(clone => clone.Refusal is null))
        {
            try
            {
                if (!dryRun)
                    place.Adopt(clone);
                onboard(Workspace.Open(clone.Path));
            }
            catch (CodeSyncerException error)
            {
                // One clone that cannot be a rig keeps none of the others out.
                failed = true;
                Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: {clone.Path}: {error.Message}: {error.Hint}"));
            }
        }

        foreach (var rig in place.Rigs.Select(rig => Path.GetFullPath(rig.Path, folder)).Where(Directory.Exists))
            onboard(Workspace.Open(rig));
        // Behind the clones: those install the executable that the agents call.
        var wiring = place.PlanAgents(agents);
        if (!dryRun)
            wiring.Apply();
        PlanText.Write(wiring.Steps);
        if (dryRun)
            return 0;
        var scope = TownScope.Of(folder);
        ScopeText.Warn(scope);
        foreach (var document in new TownDocuments(scope).Write())
            PlanText.Write(document.Reason is not null ? StepState.Warning : document.State == DocumentState.Written ? StepState.Change : StepState.Same, "documents", document.Reason is null ? document.Path : $"{document.Path} is left alone: {document.Reason}");
        return failed ? 1 : 0;
    }

    /// <param name="uninstall">Takes us out of one repository and says so.</param>
    public static int Uninstall(string folder, bool purge, Action<GitRepository> uninstall)
    {
        var place = new TownInPlace(folder);
        Say(place.IsTown ? $"Taking the town {folder} apart" : $"What is left of a town in {folder}");
        var failed = false;
        foreach (var rig in place.Rigs)
        {
            try
            {
                place.Release(rig);
                if (GitRepository.TryDiscover(Path.GetFullPath(rig.Path, folder)) is not { } repository)
                {
                    PlanText.Write(StepState.Warning, "rig", place.StaysIn(rig));
                    continue;
                }

                uninstall(repository);
                place.NoteLeft(repository);
            }
            catch (CodeSyncerException error)
            {
                failed = true;
                Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: rig '{rig.Name}' stays: {error.Message}: {error.Hint}"));
            }
        }

        if (failed)
            return 3;
        foreach (var repository in purge ? place.Leftovers() : [])
            uninstall(repository);
        if (!place.IsTown)
            return 0;
        PlanText.Write(place.RemoveAgents());
        foreach (var kept in place.Dissolve(purge))
            PlanText.Write(StepState.Warning, "town", $"stays in {kept}");
        return 0;
    }

    private static void Say(string text) => Console.Out.WriteLine(SafeText.ForTerminal(text));
}
