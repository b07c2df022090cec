namespace CodeSyncer.Core.Source;

/// <summary>One form of string or character literal.</summary>
internal sealed class StringForm : Mark
{
    public required string Close { get; init; }

    /// <summary>Takes the next character with it; NUL: there is none.</summary>
    public char Escape { get; init; }

    /// <summary>Whether the closing mark, written twice, stands for itself.</summary>
    public bool Doubled { get; init; }

    /// <summary>Whether it may go over the end of its line; otherwise it ends there at the latest.</summary>
    public bool Lines { get; init; }

    /// <summary>One character or one escape: without a closing mark right there it is no literal (a lifetime, a type variable).</summary>
    public bool Character { get; init; }

    /// <summary>Whether it must be closed on its line to be a string at all.</summary>
    public bool MustClose { get; init; }

    /// <summary>What opens an expression inside; null: nothing does.</summary>
    public string? HoleOpen { get; init; }

    public string HoleClose { get; init; } = "}";

    /// <summary>Whether the opening mark of a hole, written twice, stands for itself.</summary>
    public bool HoleDoubled { get; init; }

    /// <summary>What ends the expression of a hole and begins its format; NUL: nothing does.</summary>
    public char HoleFormat { get; init; }

    /// <summary>Whether its text counts as documentation.</summary>
    public bool Doc { get; init; }
}
