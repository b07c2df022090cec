using CodeSyncer.Platform.Town;

namespace CodeSyncer.PowerShell.Output;

/// <summary>A project of a town.</summary>
public sealed class RigInfo : TerminalText
{
    private readonly RigStatus _rig;

    internal RigInfo(RigStatus rig, string town)
    {
        _rig = rig;
        Town = town;
    }

    public string Name => _rig.Settings.Name;

    /// <summary>The person's clone; absolute.</summary>
    public string Path => _rig.Path;

    public string? Remote => _rig.Settings.Remote;

    /// <summary>The branch to land on.</summary>
    public string Target => _rig.Settings.Target;

    /// <summary>Where the target stands; null: nothing has been started here yet.</summary>
    public string? Tip => _rig.Tip;

    public int Working => _rig.Working;

    public int Polecats => _rig.Polecats;

    public int Crew => _rig.Crew;

    public int Queued => _rig.Queued;

    /// <summary>What is wrong with it; null: nothing.</summary>
    public string? Problem => _rig.Problem;

    /// <summary>The root of the town.</summary>
    public string Town { get; }

    public override string ToString() => Name;
}
