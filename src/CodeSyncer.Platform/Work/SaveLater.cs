using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Processes;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// The whole save in a process of its own, so that nobody waits for it: one at a time a work tree. Asked while one runs, it
/// saves once more when it is done.
/// </summary>
public static class SaveLater
{
    /// <summary>The hook name under which the executable does it.</summary>
    public const string Verb = "save-work";

    /// <summary>Edits come in bursts.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    /// <param name="reason">Why: <c>commit</c>, <c>switch</c>, <c>tool</c>.</param>
    public static void Start(GitRepository repository, string reason)
    {
        if (!Ask(repository, reason, null))
            return;
        using (var free = FileLock.TryTake(RunningFile(repository), TimeSpan.Zero))
        {
            if (free is null)
                return;
        }

        DetachedProcess.TryStart(repository.WorkTree!, "hook", Verb);
    }

    /// <summary>What the process does.</summary>
    /// <param name="arguments">Why it saves, and after a switch the commit that was left; none: somebody has asked already.</param>
    public static void Run(GitRepository repository, IReadOnlyList<string> arguments)
    {
        // Of a rebase each commit would be saved by itself; what an agent does in it is saved at the agent's events.
        if (arguments.Count > 0 && (OperationInProgress.Of(repository) is not null || !Ask(repository, arguments[0], arguments.ElementAtOrDefault(1))))
            return;
        var asked = AskedFile(repository);
        while (File.Exists(asked))
        {
            using var alone = FileLock.TryTake(RunningFile(repository), TimeSpan.Zero);
            if (alone is null)
                return;
            while (File.Exists(asked))
            {
                Thread.Sleep(Pause);
                Save(repository, asked);
            }

            // Somebody may ask between this last look and the end of the lock.
        }

        new WorkUpkeep(Workspace.OpenForHook(repository)).RunIfDue();
    }

    private static bool Ask(GitRepository repository, string reason, string? left)
    {
        try
        {
            AtomicFile.Write(AskedFile(repository), $"{reason}\n{left}");
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Save(GitRepository repository, string asked)
    {
        var why = File.ReadAllText(asked).Split('\n');
        File.Delete(asked);
        if (TryActor(repository) is not { } actor)
            return;
        try
        {
            new WorkSave(Workspace.OpenForHook(repository), actor).Run(new SaveRequest(why[0])
            {
                SwitchedFrom = why.Length > 1 && why[1].AsSpan().ContainsAnyExcept('0') ? LeftBranch(repository) ?? why[1] : null,
                Generation = Environment.GetEnvironmentVariable("CODESYNCER_GENERATION"),
            });
            File.Delete(FailedFile(repository));
        }
        catch (CodeSyncerException error)
        {
            // Nobody waits for us: doctor tells.
            AtomicFile.Write(FailedFile(repository), $"{error.Message}: {error.Hint}\n");
        }
    }

    /// <summary>Null: nobody acts here, so there is nobody to save for.</summary>
    private static Actor? TryActor(GitRepository repository)
    {
        try
        {
            return new ActingAgent(repository, Environment.GetEnvironmentVariable).Actor();
        }
        catch (CodeSyncerException)
        {
            return null;
        }
    }

    /// <summary>The branch that the last switch left, as git's log of HEAD names it.</summary>
    private static string? LeftBranch(GitRepository repository)
    {
        const string mark = "checkout: moving from ";
        try
        {
            var last = File.ReadLines(Path.Combine(repository.GitDirectory, "logs", "HEAD")).LastOrDefault() ?? "";
            var start = last.IndexOf(mark, StringComparison.Ordinal);
            return start < 0 ? null : last[(start + mark.Length)..].Split(' ')[0];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Why the last save of this kind failed; null: it did not.</summary>
    public static string? LastFailure(GitRepository repository) =>
        File.Exists(FailedFile(repository)) ? File.ReadAllText(FailedFile(repository)).Trim() : null;

    private static string AskedFile(GitRepository repository) => Path.Combine(new OwnPaths(repository).WorkTreeState, "save-asked");

    private static string RunningFile(GitRepository repository) => Path.Combine(new OwnPaths(repository).WorkTreeState, "save-running");

    private static string FailedFile(GitRepository repository) => Path.Combine(new OwnPaths(repository).WorkTreeState, "save-failed");
}
