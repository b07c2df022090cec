using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Processes;

namespace CodeSyncer.Platform.GitHooks;

/// <summary>
/// Some operations of git end without a hook (<c>bisect reset</c>, a rebase that drops all, an abort). A process of its
/// own, one a work tree, waits until git's state files are gone and then brings the documents up to date.
/// </summary>
internal static class SettleLater
{
    /// <summary>The hook name under which the executable does the waiting.</summary>
    public const string Verb = "wait-for-git";

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public static void Start(GitRepository repository)
    {
        var paths = new OwnPaths(repository);
        using (var free = FileLock.TryTake(paths.Waiting, TimeSpan.Zero))
        {
            if (free is null)
                return;
        }

        DetachedProcess.TryStart(repository.WorkTree!, "hook", Verb);
    }

    public static void Wait(GitRepository repository, Action render)
    {
        using var alone = FileLock.TryTake(new OwnPaths(repository).Waiting, TimeSpan.Zero);
        if (alone is null)
            return;
        var end = Environment.TickCount64 + (long)LongestWait.TotalMilliseconds;
        for (var pause = TimeSpan.FromMilliseconds(20); OperationInProgress.Of(repository) is not null; pause = Min(pause * 1.5, LongestPause))
        {
            if (Environment.TickCount64 > end || !Directory.Exists(repository.GitDirectory))
                return;
            Thread.Sleep(pause);
        }

        render();
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
