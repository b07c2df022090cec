using System.CommandLine;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Platform.Town;

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
        var agents = new Option<string?>("--agents") { Description = "Agents to wire, with commas: claude, codex, copilot, gemini, cursor; 'none' takes all out again.", HelpName = "A,B" };
        var command = new Command("init", $"Onboards a repository, or a folder of repositories (down to {FolderClones.MostLevels} levels) as one town: hooks, generated documents, AGENTS.md. Safe to repeat.") { path, agents, isPrivate, isShared, noHooks, dryRun };
        command.Runs(result =>
        {
            if (result.GetValue(isPrivate) && result.GetValue(isShared))
                throw ErrorTexts.PrivateAndShared();
            var start = result.RepositoryDirectory(path);
            var options = new InitOptions
            {
                Mode = result.GetValue(isPrivate) ? InitMode.Private : result.GetValue(isShared) ? InitMode.Shared : null,
                Hooks = !result.GetValue(noHooks),
                Agents = result.GetValue(agents) is { } named ? [.. named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(name => name != "none")] : null,
            };
            void Onboard(Workspace workspace) => Run(workspace, new Init(workspace.Repository, UserPlaces.OfThisUser(), options, ExecutableSource.Find(AppContext.BaseDirectory)), result.GetValue(dryRun));
            if (TownInPlace.IsMeant(start))
                return TownInit.Init(start, result.GetValue(dryRun), options.Agents, Onboard);
            Onboard(Workspace.Open(start));
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
        if (workspace.Repository.WorkTree is not null)
            PlanText.Write(StepState.Same, "stack", StackSummary.Of(new ContextReader(workspace).ReadStack()));
        PlanText.Write(plan.Steps);
        var rendered = workspace.Repository.WorkTree is not null && Render(workspace, dryRun);
        if (!plan.HasChanges && !rendered)
            Console.Out.WriteLine("Nothing to do: all of this was so already.");
        var left = dryRun ? [] : init.LeftToCommit();
        if (left.Count > 0)
            Console.Out.WriteLine(SafeText.ForTerminal($"Left to commit: {string.Join(", ", left)}"));
    }

    /// <summary>Whether a document changed.</summary>
    private static bool Render(Workspace workspace, bool dryRun)
    {
        if (dryRun)
        {
            PlanText.Write(StepState.Same, "documents", $"{OwnPaths.Folder}/: {string.Join(", ", OwnPaths.Documents)} are then brought up to date");
            return false;
        }

        var answer = new ContextSync(workspace).Run(new SyncOptions());
        var ours = answer.Documents.Where(document => document.Reason is null).ToList();
        var changed = ours.Any(document => document.State == DocumentState.Written);
        if (ours.Count > 0)
        {
            PlanText.Write(changed ? StepState.Change : StepState.Same, "documents",
                $"{OwnPaths.Folder}/: {string.Join(", ", ours.Select(document => document.Name))} ({(answer.TagCount == 1 ? "1 tag" : $"{answer.TagCount} tags")} in {(answer.FileCount == 1 ? "1 file" : $"{answer.FileCount} files")})");
        }

        foreach (var document in answer.Skipped)
            PlanText.Write(StepState.Warning, "documents", $"{OwnPaths.Folder}/{document.Name} is left alone: {document.Reason}");
        return changed;
    }
}
