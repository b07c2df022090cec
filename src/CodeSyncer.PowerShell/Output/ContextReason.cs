using CodeSyncer.Platform.Records;

namespace CodeSyncer.PowerShell.Output;

/// <summary>What explains a place, as Get-Decision -For gives it: a tag, and how near it is.</summary>
public sealed class ContextReason : ContextTag
{
    internal ContextReason(WhyTag tag, Why why, string root, string rig)
        : base(tag.Near.Tag, root, rig)
    {
        Nearness = tag.Near.Place.ToString();
        Score = tag.Near.Score;
        Replaced = [.. tag.Near.Replaced.Select(older => new ContextTag(older, root, rig))];
        if (tag.Origin is { } origin)
            SetOrigin(origin.Author, origin.AuthoredAt, origin.Commit);
        IsCut = tag.Origin?.IsCut == true;
        Commits = [.. why.Commits.Select(commit => $"{commit.Commit[..9]} {commit.Subject}")];
        Beads = [.. why.Beads.Select(bead => bead.Id)];
    }

    /// <summary><c>Line</c>, <c>Enclosing</c>, <c>File</c>, <c>Folder</c> or <c>Repository</c>.</summary>
    public string Nearness { get; }

    /// <summary>1 at the place itself, falling to 0.</summary>
    public double Score { get; }

    /// <summary>What it replaced, nearest first.</summary>
    public IReadOnlyList<ContextTag> Replaced { get; }

    /// <summary>A shallow clone is cut at the commit that it seems to come from: it is of that or of an older one.</summary>
    public bool IsCut { get; }

    /// <summary>The newest commits of the place.</summary>
    public IReadOnlyList<string> Commits { get; }

    /// <summary>Ids of the beads that those and the tags name.</summary>
    public IReadOnlyList<string> Beads { get; }
}
