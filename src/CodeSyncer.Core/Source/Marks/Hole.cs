namespace CodeSyncer.Core.Source.Marks;

/// <summary>The place of an expression in a string: <c>${ }</c>.</summary>
internal sealed class Hole
{
    public required string Open { get; init; }

    /// <summary>Ends it where every bracket of its kind inside is closed.</summary>
    public required string Close { get; init; }

    /// <summary>What ends the expression and begins its format (<c>{x:#.0}</c>); NUL: nothing does.</summary>
    public char Format { get; init; }

    /// <summary>Whether a longer run of the opening character opens it at its last ones: raw strings of C#.</summary>
    public bool OpensAtRunEnd { get; init; }

    public char OpeningBracket => Close[0] switch { ')' => '(', ']' => '[', '}' => '{', _ => '\0' };
}
