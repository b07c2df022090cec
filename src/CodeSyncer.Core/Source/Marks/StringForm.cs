namespace CodeSyncer.Core.Source.Marks;

/// <summary>One form of string or character literal.</summary>
internal sealed class StringForm : Mark
{
    public required string Close { get; init; }

    /// <summary>Takes the next character with it; NUL: there is none.</summary>
    public char Escape { get; init; }

    /// <summary>What stands for itself inside, though a mark begins with it: <c>""</c>, <c>{{</c>.</summary>
    public IReadOnlyList<string> Literals { get; init; } = [];

    /// <summary>Whether it may go over the end of its line; otherwise it ends there at the latest.</summary>
    public bool Lines { get; init; }

    /// <summary>One character or one escape: without a closing mark right there it is no literal (a lifetime, a type variable).</summary>
    public bool Character { get; init; }

    /// <summary>
    /// Whether it must be closed on its line to be a string at all. Only for forms without an escape: then a failed search
    /// says that no other quote follows on the line, and time stays linear.
    /// </summary>
    public bool MustClose { get; init; }

    /// <summary>Whether shorter runs of the closing mark's one character are text, however long: raw strings of C#.</summary>
    public bool Runs { get; init; }

    /// <summary>The opening bracket that nests inside, where the closing mark is a bracket (<c>%q(a (b) c)</c>); NUL: none.</summary>
    public char Nests { get; init; }

    /// <summary>What holds an expression inside.</summary>
    public IReadOnlyList<Hole> Holes { get; init; } = [];
}
