using CodeSyncer.Core.Town;

namespace CodeSyncer.PowerShell.Output;

/// <summary>What became of a bead that was slung.</summary>
public sealed class SlungBead : TerminalText
{
    private readonly SlingResult _result;

    internal SlungBead(SlingResult result, string town)
    {
        _result = result;
        Town = town;
    }

    public string Id => _result.Bead.Id;

    public string Title => _result.Bead.Title;

    /// <summary><c>Slung</c>: an agent is started for it; <c>Hooked</c>: a crew has it; <c>Already</c>; <c>Waiting</c>.</summary>
    public string Outcome => _result.Outcome.ToString();

    public string? Agent => _result.Agent?.ToString();

    /// <summary>Why it waits.</summary>
    public string? Reason => _result.Reason;

    /// <summary>The convoy that was opened for it.</summary>
    public string? Convoy => _result.Convoy;

    /// <summary>The root of the town.</summary>
    public string Town { get; }

    public override string ToString() => Id;
}
