using CodeSyncer.Platform.Records;

namespace CodeSyncer.PowerShell.Output;

/// <summary>A place that names a bead, as Get-Bead -Trace gives it.</summary>
public sealed class BeadTraceInfo : TerminalText
{
    private const int ShortId = 9;

    private BeadTraceInfo(string bead, string rig, string kind, string place, string text) => (Bead, Rig, Kind, Place, Text) = (bead, rig, kind, place, text);

    public string Bead { get; }

    /// <summary>Empty: a repository on its own.</summary>
    public string Rig { get; }

    /// <summary><c>tag</c>, <c>branch</c> or <c>commit</c>.</summary>
    public string Kind { get; }

    /// <summary>File and line, the branch, or the beginning of the id of the commit.</summary>
    public string Place { get; }

    public string Text { get; }

    public override string ToString() => $"{Place}: {Text}";

    internal static IEnumerable<BeadTraceInfo> Of(string bead, BeadTrace trace) =>
    [
        .. trace.Tags.Select(tag => new BeadTraceInfo(bead, trace.Rig, "tag", $"{tag.Path}:{tag.Line}", tag.Text)),
        .. trace.Branches.Select(branch => new BeadTraceInfo(bead, trace.Rig, "branch", branch, "")),
        .. trace.Commits.Select(commit => new BeadTraceInfo(bead, trace.Rig, "commit", commit.Commit[..ShortId], commit.Subject)),
    ];
}
