namespace CodeSyncer.Core.Town;

/// <summary>One rig, as <c>town.yml</c> names it.</summary>
public sealed record RigSettings(string Name, string Path)
{
    /// <summary>The address of its remote; null: it has none.</summary>
    public string? Remote { get; init; }

    /// <summary>The branch on which work lands.</summary>
    public string Target { get; init; } = "main";

    /// <summary>Commands, each run by the system's shell; null: those of the town.</summary>
    public IReadOnlyList<string>? Gates { get; init; }

    /// <summary>Polecats at work at once; null: as the town says.</summary>
    public int? MostPolecats { get; init; }

    /// <summary>Line of its entry in the file, 1-based.</summary>
    public int Line { get; init; }
}
