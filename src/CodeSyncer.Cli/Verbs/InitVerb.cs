using System.CommandLine;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Onboarding;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>init</c>: onboards a repository, and says what it did and what is left to commit.</summary>
internal static class InitVerb
{
    public static Command Create()
    {
        var path = RepositoryArgument.Create();
        var isPrivate = new Option<bool>("--private") { Description = "Touch nothing that others would see." };
        var isShared = new Option<bool>("--shared") { Description = "Also wire tracked hooks, and add a script that onboards a colleague's clone." };
        var noHooks = new Option<bool>("--no-hooks") { Description = "Wire no git hooks." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done, and do nothing." };
        var command = new Command("init", "Onboards a repository: hooks, generated documents, AGENTS.md. Safe to repeat.") { path, isPrivate, isShared, noHooks, dryRun };
        command.Runs(result =>
        {
            if (result.GetValue(isPrivate) && result.GetValue(isShared))
                throw ErrorTexts.PrivateAndShared();
            var start = result.RepositoryDirectory(path);
            var workspace = Workspace.Open(start);
            var init = new Init(workspace.Repository, UserPlaces.OfThisUser(), new InitOptions
            {
                Mode = result.GetValue(isPrivate) ? InitMode.Private : result.GetValue(isShared) ? InitMode.Shared : null,
                Hooks = !result.GetValue(noHooks),
            }, ExecutableSource.Find(AppContext.BaseDirectory));
            Run(workspace, init, result.GetValue(dryRun));
            return 0;
        });
        return command;
    }

    private static void Run(Workspace workspace, Init init, bool dryRun)
    {
        var plan = init.Plan();
        if (!dryRun)
            plan.Apply();
        Console.Out.WriteLine(SafeText.ForTerminal($"{(dryRun ? "Would onboard" : "Onboarding")} {workspace.Repository.WorkTree ?? workspace.Repository.GitDirectory}"));
        PlanText.Write(plan.Steps);
        var written = workspace.Repository.WorkTree is not null && WriteDocuments(workspace, dryRun);
        if (!plan.HasChanges && !written)
            Console.Out.WriteLine("Nothing to do: all of this was so already.");
        var left = dryRun ? [] : init.LeftToCommit();
        if (left.Count > 0)
            Console.Out.WriteLine(SafeText.ForTerminal($"Left to commit: {string.Join(", ", left)}"));
    }

    private static bool WriteDocuments(Workspace workspace, bool dryRun)
    {
        var answer = new ContextSync(workspace).Run(new SyncOptions { Check = dryRun });
        var fresh = answer.Documents.Where(document => document.State is DocumentState.Written or DocumentState.Stale).ToList();
        if (answer.Documents.Any(document => document.Reason is null))
        {
            var text = $"{OwnPaths.Folder}/: {string.Join(", ", answer.Documents.Where(document => document.Reason is null).Select(document => document.Name))}";
            PlanText.Write(fresh.Count > 0 ? StepState.Change : StepState.Same, "documents",
                dryRun ? text : $"{text} ({answer.TagCount} tags in {answer.FileCount} files)");
        }

        foreach (var document in answer.Skipped)
            PlanText.Write(StepState.Warning, "documents", $"{OwnPaths.Folder}/{document.Name} is left alone: {document.Reason}");
        return fresh.Count > 0;
    }
}
