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
    /// <param name="switchedFrom">After a switch: what was left.</param>
    public static void Start(GitRepository repository, string reason = "tool", string? switchedFrom = null)
    {
        var asked = AskedFile(repository);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(asked)!);
            File.WriteAllText(asked, $"{reason}\n{switchedFrom}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return;
        }

        using (var free = FileLock.TryTake(RunningFile(repository), TimeSpan.Zero))
        {
            if (free is null)
                return;
        }

        DetachedProcess.TryStart(repository.WorkTree!, "hook", Verb);
    }

    /// <summary>What the process does.</summary>
    public static void Run(GitRepository repository)
    {
        var asked = AskedFile(repository);
        while (File.Exists(asked))
        {
            using (var alone = FileLock.TryTake(RunningFile(repository), TimeSpan.Zero))
            {
                if (alone is null)
                    return;
                while (File.Exists(asked))
                {
                    Thread.Sleep(Pause);
                    Save(repository, asked);
                }
            }

            // Somebody may have asked between the last look and the end of the lock.
        }

        new WorkUpkeep(Workspace.OpenForHook(repository)).RunIfDue();
    }

    private static void Save(GitRepository repository, string asked)
    {
        var why = File.ReadAllText(asked).Split('\n');
        File.Delete(asked);
        try
        {
            var actor = new ActingAgent(repository, Environment.GetEnvironmentVariable).Actor();
            new WorkSave(Workspace.OpenForHook(repository), actor).Run(new SaveRequest(why[0])
            {
                SwitchedFrom = why.Length > 1 && why[1].Length > 0 ? why[1] : null,
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

    /// <summary>Why the last save of this kind failed; null: it did not.</summary>
    public static string? LastFailure(GitRepository repository) =>
        File.Exists(FailedFile(repository)) ? File.ReadAllText(FailedFile(repository)).Trim() : null;

    private static string AskedFile(GitRepository repository) => Path.Combine(new OwnPaths(repository).WorkTreeState, "save-asked");

    private static string RunningFile(GitRepository repository) => Path.Combine(new OwnPaths(repository).WorkTreeState, "save-running");

    private static string FailedFile(GitRepository repository) => Path.Combine(new OwnPaths(repository).WorkTreeState, "save-failed");
}
