using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.PowerShell.Commands.Ledger;

/// <summary>
/// A cmdlet whose input is collected: all that goes to one ledger becomes one transaction. Objects of several
/// repositories go each to its own; an error of one does not stop the others.
/// </summary>
public abstract class LedgerInputCommand : LedgerCommand
{
    private readonly List<(string Place, List<string> Input)> _inputs = [];

    /// <summary>False: what comes belongs together, and must be of one repository.</summary>
    protected virtual bool MaySpan => true;

    /// <summary>What the current record gives, if anything.</summary>
    protected abstract IEnumerable<string> Input { get; }

    protected sealed override void ProcessRecord() => Guard(() =>
    {
        var place = Place;
        if (_inputs.FindIndex(input => input.Place == place) is >= 0 and var at)
            _inputs[at].Input.AddRange(Input);
        else
            _inputs.Add((place, [.. Input]));
    }, Repository);

    protected sealed override void EndProcessing()
    {
        if (_inputs.Count > 1 && !MaySpan)
            Guard(() => throw Core.Errors.LedgerErrors.SeveralRepositories([.. _inputs.Select(input => input.Place)]), null);
        foreach (var (place, input) in _inputs)
        {
            Action<Action, object?> guard = _inputs.Count > 1 ? GuardItem : Guard;
            guard(() => OnLedger(place, ledger => Execute(ledger, input)), place);
        }
    }

    protected sealed override void Execute(LedgerAccess ledger) => Execute(ledger, []);

    /// <param name="input">What came for this ledger.</param>
    protected abstract void Execute(LedgerAccess ledger, IReadOnlyList<string> input);
}
