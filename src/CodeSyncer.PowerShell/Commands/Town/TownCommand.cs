using System.Management.Automation;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;

namespace CodeSyncer.PowerShell.Commands.Town;

/// <summary>
/// A cmdlet on a town: the one around the named folder, else around the current location. What comes down the pipeline is
/// collected, so that all of one town is one change.
/// </summary>
public abstract class TownCommand : CodeSyncerCommand
{
    private readonly List<(string Place, List<string> Input)> _inputs = [];

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Repository")]
    [ValidateNotNullOrEmpty]
    public string? Town { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(AgentCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Agent { get; set; }

    /// <summary>What the current record gives, if anything.</summary>
    protected virtual IEnumerable<string> Input => [];

    protected sealed override void ProcessRecord() => Guard(() =>
    {
        var place = Place();
        if (_inputs.Find(input => input.Place == place) is { Input: { } known })
            known.AddRange(Input);
        else
            _inputs.Add((place, [.. Input]));
    }, Town);

    protected sealed override void EndProcessing()
    {
        foreach (var (place, input) in _inputs)
        {
            Action<Action, object?> guard = _inputs.Count > 1 ? GuardItem : Guard;
            guard(() =>
            {
                using var town = TownWorkspace.Open(place, Agent, isShell: true, ModuleExecutable.Find());
                Execute(town, input);
            }, place);
        }
    }

    /// <param name="input">What came for this town.</param>
    private protected abstract void Execute(TownWorkspace town, IReadOnlyList<string> input);

    /// <summary>Where somebody stands says who acts, also when objects that come down the pipeline name that same town.</summary>
    private string Place() => Town is null || LedgerPlace.TownAround(FullPath(Town)) == LedgerPlace.TownAround(CurrentDirectory) ? CurrentDirectory : FullPath(Town);

    /// <summary>Does something for each of many, each on its own.</summary>
    protected void ForEach(IEnumerable<string> input, string action, Action<string> act)
    {
        foreach (var item in input.Where(item => ShouldProcess(item, action)))
            GuardItem(() => act(item), item);
    }
}
