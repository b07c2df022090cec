using System.Management.Automation;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Context;

namespace CodeSyncer.PowerShell.Commands;

/// <summary>What all cmdlets share: Ctrl+C, long work with progress, errors, paths.</summary>
public abstract class CodeSyncerCommand : PSCmdlet, IDisposable
{
    /// <summary>Work that takes longer than this shows its progress.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly CancellationTokenSource _stop = new();

    /// <summary>Cancelled by Ctrl+C, or when a later command of the pipeline has enough.</summary>
    protected CancellationToken Cancelled => _stop.Token;

    protected string CurrentDirectory => SessionState.Path.CurrentFileSystemLocation.ProviderPath;

    public void Dispose()
    {
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>A path as the user gave it, relative to PowerShell's own location, on any drive of the file system.</summary>
    protected string FullPath(string path)
    {
        var full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        return provider.Name == "FileSystem"
            ? full
            : throw new PSArgumentException($"'{path}' is on no drive of the file system: name a file or a folder.");
    }

    /// <summary>Does the work away from the pipeline, which meanwhile shows the progress and hears Ctrl+C.</summary>
    protected T WithProgress<T>(string activity, Func<IProgress<ScanProgress>, CancellationToken, T> work)
    {
        var progress = new LatestProgress();
        return Shown(activity, Task.Run(() => work(progress, Cancelled)), record =>
        {
            if (progress.Latest is not { Total: > 0 } latest)
                return false;
            record.StatusDescription = $"{latest.Done} of {latest.Total} files";
            record.PercentComplete = (int)(100L * latest.Done / latest.Total);
            return true;
        });
    }

    /// <summary>The same for work that cannot tell how far it is, and must not be left half done: it is waited for.</summary>
    protected T WithPatience<T>(string activity, Func<T> work) => Shown(activity, Task.Run(work), _ => true);

    private T Shown<T>(string activity, Task<T> task, Func<ProgressRecord, bool> update)
    {
        var record = new ProgressRecord(1, activity, " ");
        var shown = false;
        while (!((IAsyncResult)task).AsyncWaitHandle.WaitOne(Patience))
        {
            if (!update(record))
                continue;
            WriteProgress(record);
            shown = true;
        }

        if (shown)
        {
            record.RecordType = ProgressRecordType.Completed;
            WriteProgress(record);
        }

        return task.GetAwaiter().GetResult();
    }

    /// <summary>Runs the cmdlet's one call; what it throws ends the cmdlet, with our error record.</summary>
    protected void Guard(Action action, object? target)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException) when (Cancelled.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception error) when (ErrorRecords.IsExpected(error))
        {
            ThrowTerminatingError(ErrorRecords.Of(error, target));
        }
    }

    /// <summary>The same for one item of many: an error ends this item only.</summary>
    protected void GuardItem(Action action, object? target)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException) when (Cancelled.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception error) when (ErrorRecords.IsExpected(error))
        {
            WriteError(ErrorRecords.Of(error, target));
        }
    }

    /// <summary>Says something to the person in front of the screen, and nothing to the pipeline.</summary>
    protected void Tell(string text) => WriteInformation(new HostInformationMessage { Message = SafeText.ForTerminal(text) }, ["PSHOST"]);

    /// <summary>Ends work that still goes on.</summary>
    protected void Cancel() => _stop.Cancel();

    protected void Warn(string text) => WriteWarning(SafeText.ForTerminal(CommandWords.InPowerShell(text)));

    private sealed class LatestProgress : IProgress<ScanProgress>
    {
        private volatile object? _latest;

        public ScanProgress? Latest => (ScanProgress?)_latest;

        public void Report(ScanProgress value) => _latest = value;
    }
}
