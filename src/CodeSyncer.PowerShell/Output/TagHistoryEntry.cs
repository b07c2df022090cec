using CodeSyncer.Core.Records;

namespace CodeSyncer.PowerShell.Output;

/// <summary>One thing that happened to a tag, as -History gives it.</summary>
public sealed class TagHistoryEntry : TerminalText
{
    internal TagHistoryEntry(string rig, TagLife life, TagEvent one)
    {
        Rig = rig;
        Id = life.Tag.Id;
        Kind = one.Tag.Kind;
        IsAlive = life.IsAlive;
        Event = one.Kind.ToString();
        IsCut = one.IsCut;
        Commit = one.Commit;
        Author = one.Author;
        AuthoredAt = one.AuthoredAt;
        Subject = one.Subject;
        RelativePath = one.Tag.Path;
        Line = one.Tag.Line;
        Text = one.Tag.Text;
        Before = one.Before?.Text;
    }

    public string Rig { get; }

    /// <summary>Of the tag as it is now, or was last.</summary>
    public string Id { get; }

    public string Kind { get; }

    /// <summary>Whether a file still holds the tag.</summary>
    public bool IsAlive { get; }

    /// <summary><c>Introduced</c>, <c>Reworded</c>, <c>Moved</c>, <c>Superseded</c>, <c>Dropped</c> or <c>Kept</c>.</summary>
    public string Event { get; }

    /// <summary>The history is cut here: it happened in this commit or in an older one.</summary>
    public bool IsCut { get; }

    public string Commit { get; }

    public string Author { get; }

    public DateTimeOffset AuthoredAt { get; }

    public string Subject { get; }

    public string RelativePath { get; }

    public int Line { get; }

    public string Text { get; }

    /// <summary>Of a reworded tag, its text before; of a superseded one, that of the tag in its place; of one that a merge kept, the text that it did not take.</summary>
    public string? Before { get; }

    public override string ToString() => $"{Event} {Commit[..9]}: {Text}";
}
