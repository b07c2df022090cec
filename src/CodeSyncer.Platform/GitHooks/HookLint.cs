using System.Text;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Lint;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.History;
using CodeSyncer.Platform.Scopes;

namespace CodeSyncer.Platform.GitHooks;

/// <summary>
/// Lint of what a commit takes, in the files that it changes. Findings of tags that were not read before are shown; only
/// those that the configuration calls errors stop the commit.
/// </summary>
internal sealed class HookLint(Workspace workspace, TextWriter error)
{
    private const int MostLines = 20;

    /// <param name="indexFile">The index that becomes the commit.</param>
    /// <param name="rendered">What was just rendered; null: nothing was.</param>
    /// <param name="isSameIndex">Whether that was made from this very index.</param>
    /// <returns>Whether the commit may go on.</returns>
    public bool Run(string? indexFile, ContextSnapshot? rendered, bool isSameIndex)
    {
        List<LintFinding> mine = [.. OfTags(indexFile, rendered, isSameIndex), .. OfEndpoints(indexFile)];
        Say(mine);
        var stop = mine.Any(finding => finding.Severity == LintSeverity.Error);
        if (stop)
            error.WriteLine("codesyncer: the commit is stopped, because the configuration calls these findings errors");
        return !stop;
    }

    private IEnumerable<LintFinding> OfTags(string? indexFile, ContextSnapshot? rendered, bool isSameIndex)
    {
        var canStop = workspace.Settings.Lint.Values.Contains(LintSeverity.Error);
        if (!canStop && rendered?.NewlyRead.Count == 0)
            return [];
        var staged = isSameIndex && rendered is not null ? rendered.IndexAlone : new ContextReader(workspace).Staged(indexFile);
        var news = (rendered ?? staged).NewlyRead.ToHashSet(StringComparer.Ordinal);
        if (!canStop && !staged.Tagged.Any(file => news.Contains(file.Path)))
            return [];
        var findings = Linter.Run(staged.Tags, workspace.Settings, DateOnly.FromDateTime(DateTime.Now), tag => canStop || news.Contains(tag.Path), new PastIds(workspace).AreInHeadOrBefore);
        if (canStop && findings.Any(finding => finding.Severity == LintSeverity.Error))
            news.UnionWith(StagedPaths(indexFile));
        return findings.Where(finding => news.Contains(finding.Path) && finding.Severity > LintSeverity.Info);
    }

    /// <summary>Only where one can stop the commit: nobody else waits for the other rigs to be read.</summary>
    private IEnumerable<LintFinding> OfEndpoints(string? indexFile)
    {
        if (!EndpointLint.CanStop(workspace.Settings))
            return [];
        try
        {
            return [.. ScopeLint.OfStaged(workspace, indexFile, LeftOut).Where(finding => finding.Severity > LintSeverity.Info)];
        }
        catch (Exception failure) when (failure is CodeSyncerException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Another rig's trouble takes nothing from what the tags of this one say.
            error.WriteLine(SafeText.ForTerminal($"codesyncer: the endpoints could not be judged: {failure.Message} (git goes on)"));
            return [];
        }
    }

    /// <summary>The commit may pass or be stopped for want of what that rig offers: whoever commits must know.</summary>
    private void LeftOut(string rig, string problem) =>
        error.WriteLine(SafeText.ForTerminal($"codesyncer: rig '{rig}' is left out: {problem}: what it offers and calls is not judged"));

    private void Say(List<LintFinding> findings)
    {
        foreach (var finding in findings.OrderByDescending(finding => finding.Severity).Take(MostLines))
            error.WriteLine(SafeText.ForTerminal($"codesyncer: {finding.Path}:{finding.Line}: {finding.Rule}: {finding.Message} ({finding.Hint})"));
        if (findings.Count > MostLines)
            error.WriteLine($"codesyncer: and {findings.Count - MostLines} more; 'codesyncer lint --staged' lists them");
    }

    private string[] StagedPaths(string? indexFile)
    {
        var output = workspace.Repository.Git(indexFile).Bytes("diff", "--cached", "--name-only", "--no-renames", "-z");
        return Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
