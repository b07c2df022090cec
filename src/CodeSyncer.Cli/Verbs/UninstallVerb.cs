using System.CommandLine;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>uninstall</c>: puts back every byte that <c>init</c> changed in a repository.</summary>
internal static class UninstallVerb
{
    public static Command Create()
    {
        var path = RepositoryArgument.Create();
        var purge = new Option<bool>("--purge") { Description = "Also delete what CodeSyncer keeps for you in this repository." };
        var command = new Command("uninstall", "Takes CodeSyncer out of a repository, or of all repositories of a town; every byte is as it was.") { path, purge };
        command.Runs(result =>
        {
            var start = result.RepositoryDirectory(path);
            // What a town once was is only looked for where all of it is to go.
            if (TownInPlace.IsMeant(start) && (LedgerPlace.IsTown(start) || result.GetValue(purge)))
                return TownInit.Uninstall(start, result.GetValue(purge), repository => Run(repository, result.GetValue(purge)));
            Run(TownInPlace.RepositoryAt(start), result.GetValue(purge));
            return 0;
        });
        return command;
    }

    private static void Run(GitRepository repository, bool purge)
    {
        var places = UserPlaces.OfThisUser();
        var plan = new Uninstall(repository, places, purge).Plan();
        plan.Apply();
        Console.Out.WriteLine(SafeText.ForTerminal($"Taking CodeSyncer out of {repository.WorkTree ?? repository.GitDirectory}"));
        PlanText.Write(plan.Steps);
        Console.Out.WriteLine(SafeText.ForTerminal(plan.HasChanges
            ? $"Done. The executable stays for your other repositories: {places.Executable}"
            : "Nothing to do: there is nothing of it here."));
    }
}
