using System.Text;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Lint;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Context;

namespace CodeSyncer.Platform.GitHooks;

/// <summary>
/// Lint of what a commit takes, in the files that it changes. Findings of tags that were not read before are shown; only
/// those that the configuration calls errors stop the commit.
/// </summary>
internal sealed class HookLint(Workspace workspace, TextWriter error)
{
    private const int MostLines = 20;

    /// <param name="indexFile">The index that becomes the commit.</param>
    /// <param name="rendered">What was just rendered, which is the same index but for <c>git commit PATH</c>.</param>
    /// <returns>Whether the commit may go on.</returns>
    public bool Run(string? indexFile, ContextSnapshot? rendered)
    {
        var canStop = workspace.Settings.Lint.Values.Contains(LintSeverity.Error);
        if (!canStop && rendered?.NewlyRead.Count == 0)
            return true;
        var staged = new ContextReader(workspace).Staged(indexFile);
        var news = (rendered?.NewlyRead ?? staged.NewlyRead).ToHashSet(StringComparer.Ordinal);
        var findings = Linter.Run(staged.Tags, workspace.Settings, DateOnly.FromDateTime(DateTime.Now));
        if (canStop && findings.Any(finding => finding.Severity == LintSeverity.Error))
            news.UnionWith(StagedPaths(indexFile));
        var mine = findings.Where(finding => news.Contains(finding.Path) && finding.Severity > LintSeverity.Info).ToList();
        foreach (var finding in mine.OrderByDescending(finding => finding.Severity).Take(MostLines))
            error.WriteLine(SafeText.ForTerminal($"codesyncer: {finding.Path}:{finding.Line}: {finding.Rule}: {finding.Message} ({finding.Hint})"));
        if (mine.Count > MostLines)
            error.WriteLine($"codesyncer: and {mine.Count - MostLines} more; 'codesyncer lint --staged' lists them");
        var stop = mine.Any(finding => finding.Severity == LintSeverity.Error);
        if (stop)
            error.WriteLine("codesyncer: the commit is stopped, because the configuration calls these findings errors");
        return !stop;
    }

    private string[] StagedPaths(string? indexFile)
    {
        var output = workspace.Repository.Git(indexFile).Bytes("diff", "--cached", "--name-only", "--no-renames", "-z");
        return Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
