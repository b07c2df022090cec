using System.Collections.Concurrent;
using System.Management.Automation;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Town;

[Cmdlet(VerbsCommon.Watch, "Town")]
[OutputType(typeof(TownReport))]
public sealed class WatchTownCommand : TownCommand
{
    private protected override void Execute(TownWorkspace town, IReadOnlyList<string> input)
    {
        // The supervisor has its own thread; only the pipeline's may write to it.
        using var lines = new BlockingCollection<string>();
        var running = Task.Run(() =>
        {
            try
            {
                new Supervisor(town).Run(lines.Add, Cancelled);
            }
            finally
            {
                lines.CompleteAdding();
            }
        });
        try
        {
            foreach (var line in lines.GetConsumingEnumerable())
                WriteObject(new TownReport(line, town.Root));
        }
        finally
        {
            // A later command of the pipeline may have had enough.
            Cancel();
            running.GetAwaiter().GetResult();
        }
    }
}
