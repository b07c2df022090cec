namespace CodeSyncer.Platform.Work;

/// <summary>What is to be saved, and why.</summary>
/// <param name="Event">Why: <c>commit</c>, <c>turn end</c>, <c>before git clean -fd</c>.</param>
public sealed record SaveRequest(string Event)
{
    /// <summary>What the reason begins with where a command follows that can throw work away.</summary>
    public const string Before = "before ";

    /// <summary>What the agent says about the work; null: as the save before says; empty: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Where in the work the agent is; null: as the save before says; empty: nowhere.</summary>
    public string? Step { get; init; }

    /// <summary>The message of a handoff that is being left; null: as the save before says.</summary>
    public string? Handoff { get; init; }

    /// <summary>Files with the name or the look of a secret are stored too.</summary>
    public bool IncludeSecrets { get; init; }

    /// <summary>After a switch: the branch or commit that was left.</summary>
    public string? SwitchedFrom { get; init; }

    /// <summary>The agent's present spawn; null: its session.</summary>
    public string? Generation { get; init; }

    /// <summary>How long another save of this work tree is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The reason for a save before a command: its beginning, on one line.</summary>
    public static string BeforeThe(string command)
    {
        var line = command.Trim().ReplaceLineEndings(" ");
        return Before + (line.Length <= 60 ? line : line[..59] + "…");
    }
}
