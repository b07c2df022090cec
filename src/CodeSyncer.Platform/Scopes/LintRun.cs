using CodeSyncer.Core.Lint;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.History;

namespace CodeSyncer.Platform.Scopes;

/// <summary>Judges all tags of the work tree, or all that are staged.</summary>
public sealed class LintRun(Workspace workspace)
{
    public IReadOnlyList<LintFinding> Run(bool staged, IProgress<ScanProgress>? progress = null, CancellationToken cancel = default)
    {
        var tags = new TagReader(workspace).Read(new TagQuery { Staged = staged }, progress, cancel);
        return Linter.Run(tags, workspace.Settings, DateOnly.FromDateTime(DateTime.Now), wasId: new PastIds(workspace).AreIn);
    }
}
