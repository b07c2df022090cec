namespace CodeSyncer.Core.Tags;

/// <summary>One <c>@codesyncer-&lt;kind&gt;</c> comment, as it was found at one place.</summary>
public sealed record Tag
{
    /// <summary>The explicit id, or a short hash of kind, date and text: moving code keeps it.</summary>
    public required string Id { get; init; }

    /// <summary>True where the author wrote <c>id=</c> (or, for work, <c>:ID</c>).</summary>
    public bool HasExplicitId { get; init; }

    /// <summary>Lower case; one of <see cref="TagKind"/> or the author's own word.</summary>
    public required string Kind { get; init; }

    /// <summary>The text with its continuation lines, joined by one space; list bullets keep their own line (LF).</summary>
    public required string Text { get; init; }

    /// <summary>The ISO date as written (YYYY-MM-DD, not checked against the calendar: lint does), or null.</summary>
    public string? Date { get; init; }

    /// <summary>What the parentheses hold besides the date and the known keys.</summary>
    public string? Note { get; init; }

    public string? By { get; init; }

    /// <summary>The id of the decision that this one replaces.</summary>
    public string? Supersedes { get; init; }

    /// <summary>The date as written after which the tag must be looked at again.</summary>
    public string? Expires { get; init; }

    public string? Status { get; init; }

    /// <summary>Relative to the root of the repository, with <c>/</c>. Empty while the tags of a blob are not yet placed.</summary>
    public string Path { get; init; } = "";

    /// <summary>1-based line of the tag's <c>@</c>.</summary>
    public required int Line { get; init; }

    /// <summary>1-based line of the last line of its text.</summary>
    public required int EndLine { get; init; }

    /// <summary>The code that the tag stands on: the next line of code after its comment, or the code before it on its own line; trimmed, at most 120 characters. Null at the end of a file.</summary>
    public string? Anchor { get; init; }

    /// <summary>Name of the language, as in languages.json.</summary>
    public required string Language { get; init; }

    /// <summary>The prefix as written, lower case: <c>codesyncer</c> or <c>claude</c>.</summary>
    public required string Prefix { get; init; }
}
