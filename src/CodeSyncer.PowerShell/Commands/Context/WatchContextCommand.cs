using System.Collections.Concurrent;
using System.Management.Automation;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Context;

[Cmdlet(VerbsCommon.Watch, "Context")]
[OutputType(typeof(ContextUpdate))]
public sealed class WatchContextCommand : ScopeCommand
{
    protected override void Execute()
    {
        using var watch = new ScopeWatch(OpenScope());
        // The watch has its own thread; only the pipeline's may write to it.
        using var reports = new BlockingCollection<Action>();
        var running = Task.Run(() =>
        {
            try
            {
                watch.Run(
                    report => reports.Add(() => WriteObject(new ContextUpdate(report))),
                    (_, error) => reports.Add(() => WriteError(ErrorRecords.Of(error, StartDirectory))),
                    Cancelled);
            }
            finally
            {
                reports.CompleteAdding();
            }
        });
        try
        {
            foreach (var report in reports.GetConsumingEnumerable())
                report();
        }
        finally
        {
            // A later command of the pipeline may have had enough.
            Cancel();
            running.GetAwaiter().GetResult();
        }
    }
}
