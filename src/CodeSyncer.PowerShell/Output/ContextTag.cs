using System.Management.Automation;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.PowerShell.Output;

/// <summary>One tag, as Get-ContextTag gives it. Texts are as they were written; only the views make them safe to show.</summary>
public class ContextTag : TerminalText
{
    internal ContextTag(Tag tag, string root, string rig = "")
    {
        Rig = rig;
        Id = tag.Id;
        Kind = tag.Kind;
        Date = tag.Date;
        Text = tag.Text;
        Note = tag.Note;
        By = tag.By;
        Status = tag.Status;
        Supersedes = tag.Supersedes;
        Expires = tag.Expires;
        RelativePath = tag.Path;
        FullName = System.IO.Path.Combine(root, tag.Path.Replace('/', System.IO.Path.DirectorySeparatorChar));
        Line = tag.Line;
        EndLine = tag.EndLine;
        Anchor = tag.Anchor;
        Language = tag.Language;
        Prefix = tag.Prefix;
        Repository = root;
    }

    public string Id { get; }

    public string Kind { get; }

    /// <summary>As written (YYYY-MM-DD), so that a date that does not exist is not lost.</summary>
    public string? Date { get; }

    public string Text { get; }

    public string? Note { get; }

    public string? By { get; }

    public string? Status { get; }

    public string? Supersedes { get; }

    public string? Expires { get; }

    /// <summary>Relative to the root of the repository, with <c>/</c>.</summary>
    public string RelativePath { get; }

    /// <summary>The file; with <c>-Rev</c> or <c>-Staged</c> it may not be in the work tree.</summary>
    public string FullName { get; }

    public int Line { get; }

    public int EndLine { get; }

    public string? Anchor { get; }

    public string Language { get; }

    public string Prefix { get; }

    /// <summary>Name of the rig; empty: a repository on its own.</summary>
    public string Rig { get; }

    /// <summary>The place as a view shows it.</summary>
    public string Place => Rig.Length == 0 ? $"{RelativePath}:{Line}" : $"{Rig}/{RelativePath}:{Line}";

    /// <summary>The root of the repository.</summary>
    public string Repository { get; }

    /// <summary>Who committed the tag's line; null without <c>-Blame</c>, and for a line that is in no commit.</summary>
    public string? Author { get; private set; }

    public DateTimeOffset? AuthoredAt { get; private set; }

    public string? Commit { get; private set; }

    /// <summary>Adds who wrote the tag's line; the view that shows it goes by the type name.</summary>
    internal PSObject WithOrigin(BlameLine? origin)
    {
        SetOrigin(origin?.Author, origin?.AuthoredAt, origin?.Commit);
        var shown = new PSObject(this);
        shown.TypeNames.Insert(0, typeof(ContextTag).FullName + "#Blame");
        return shown;
    }

    private protected void SetOrigin(string? author, DateTimeOffset? authoredAt, string? commit) => (Author, AuthoredAt, Commit) = (author, authoredAt, commit);

    public override string ToString() => $"{Place}: {Text}";
}
