using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.Platform.GitHooks;

/// <summary>
/// What a git hook of ours does. It never writes to the index or the work tree beyond our own documents, and no failure
/// of ours stops git: it is said in one line, and the answer is 0. Only lint may answer 1, and only in pre-commit.
/// </summary>
public sealed class HookRun
{
    /// <summary>Not hooks of git but work of a process of its own, which may take its time.</summary>
    public static bool IsDetached(string hook) => hook is SettleLater.Verb or SaveLater.Verb;

    private const int Go = 0;
    private const int Stop = 1;

    private readonly GitRepository _repository;
    private readonly Workspace _workspace;
    private readonly TextWriter _error;
    private readonly string? _indexFile;
    private readonly Func<string, string?> _environment;

    private HookRun(GitRepository repository, string? indexFile, Func<string, string?> environment, TextWriter error)
    {
        _environment = environment;
        _repository = repository;
        _workspace = Workspace.OpenForHook(repository);
        _indexFile = indexFile;
        _error = error;
    }

    /// <summary>Runs one hook.</summary>
    /// <param name="hook">Git's name of it, or <see cref="WaitForGit"/>.</param>
    /// <param name="environment">Reads a variable of the environment that git gave us.</param>
    /// <returns>The exit code for git.</returns>
    public static int Run(string hook, IReadOnlyList<string> arguments, string currentDirectory, Func<string, string?> environment, TextWriter error)
    {
        if (environment("CODESYNCER") == "0" || environment(GitCommand.GuardVariable) is not null)
            return Go;
        try
        {
            var repository = GitRepository.ForHook(currentDirectory, environment("GIT_DIR"), environment("GIT_WORK_TREE"));
            if (repository?.WorkTree is null || !File.Exists(new OwnPaths(repository).Enabled))
                return Go;
            var indexFile = environment("GIT_INDEX_FILE") is { Length: > 0 } file ? Path.GetFullPath(file, currentDirectory) : null;
            return new HookRun(repository, indexFile, environment, error).Dispatch(hook, arguments);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CodeSyncerException
            or InvalidDataException or ArgumentException or InvalidOperationException)
        {
            error.WriteLine(SafeText.ForTerminal($"codesyncer: {hook}: {failure.Message} (git goes on; 'codesyncer doctor' tells more)"));
            return Go;
        }
    }

    private int Dispatch(string hook, IReadOnlyList<string> arguments)
    {
        switch (hook)
        {
            case "pre-commit":
                return PreCommit();
            case "post-checkout":
                if (arguments.Count == 3 && arguments[2] == "1")
                {
                    RenderUnlessInProgress();
                    // Not for a clone and a new work tree: nothing was left there.
                    if (arguments[0].AsSpan().ContainsAnyExcept('0'))
                        Recall();
                }

                return Go;
            case "post-commit":
                if (IsInProgress())
                    SettleLater.Start(_repository);
                else if (!new ContextSync(_workspace).IsCurrent())
                    Render();
                return Go;
            case "post-rewrite" when arguments.Count > 0 && arguments[0] == "amend":
                if (!IsInProgress() && !new ContextSync(_workspace).IsCurrent())
                    Render();
                return Go;
            case "post-merge" or "post-rewrite" or "post-applypatch":
                Render();
                return Go;
            case SaveLater.Verb:
                SaveLater.Run(_repository, arguments);
                return Go;
            case SettleLater.Verb:
                SettleLater.Wait(_repository, Render);
                return Go;
            default:
                _error.WriteLine(SafeText.ForTerminal($"codesyncer: '{hook}' is no git hook that codesyncer serves"));
                return Go;
        }
    }

    private int PreCommit()
    {
        var whole = WholeIndex(_indexFile);
        ContextSnapshot? rendered = null;
        if (!IsInProgress())
            rendered = Render(whole);
        CommittingGit.Note(_repository, rendered is null ? null : _environment("CODESYNCER_PARENT"));
        return new HookLint(_workspace, _error).Run(_indexFile, rendered, isSameIndex: whole == _indexFile) ? Go : Stop;
    }

    /// <summary>
    /// <c>git commit PATH</c> commits through an index of its own, <c>next-index-PID.lock</c>, and has written the one
    /// that will be the repository's into <c>index.lock</c>: the documents show that.
    /// </summary>
    private string? WholeIndex(string? indexFile)
    {
        if (indexFile is null || !Path.GetFileName(indexFile).StartsWith("next-index-", StringComparison.Ordinal))
            return indexFile;
        var whole = _repository.IndexFile + ".lock";
        return File.Exists(whole) ? whole : null;
    }

    /// <summary>Says what waits on the branch that was entered.</summary>
    private void Recall()
    {
        try
        {
            foreach (var line in new Recall(_workspace, new ActingAgent(_repository, _environment).Actor()).Lines())
                _error.WriteLine(SafeText.ForTerminal("codesyncer: " + line));
        }
        catch (CodeSyncerException)
        {
            // Nobody acts here, or a save is damaged: a switch is no place to tell.
        }
    }

    private bool IsInProgress() => OperationInProgress.Of(_repository) is not null;

    private void RenderUnlessInProgress()
    {
        if (IsInProgress())
            SettleLater.Start(_repository);
        else
            Render();
    }

    private void Render() => Render(null);

    private ContextSnapshot Render(string? indexFile)
    {
        var (result, snapshot) = new ContextSync(_workspace).RunFromIndex(indexFile);
        new Warnings(_workspace, _error).Say(
        [
            .. _workspace.ConfigProblems.Select(problem => $"{problem}; the defaults serve"),
            .. result.Skipped.Select(document => $"{OwnPaths.Folder}/{document.Name} is left alone: {document.Reason}"),
        ]);
        return snapshot;
    }
}
