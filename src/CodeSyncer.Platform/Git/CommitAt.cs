using System.Globalization;
using CodeSyncer.Core.Errors;

namespace CodeSyncer.Platform.Git;

/// <summary>Finds the commit that a person means by a day, a time or a revision.</summary>
public static class CommitAt
{
    /// <summary>
    /// The commit that a date or a revision means, seen from HEAD. A date means what the branch itself held then: its first-parent line is
    /// followed, because what a branch that was merged later held on that day was not on this one.
    /// </summary>
    /// <exception cref="CodeSyncerException">It is neither, or lies before the first commit.</exception>
    public static string Of(GitRepository repository, string dateOrRevision)
    {
        if (repository.Git().TryText("rev-parse", "--verify", "--quiet", "--end-of-options", dateOrRevision + "^{commit}") is { } commit)
            return commit;
        if (!DateTimeOffset.TryParse(dateOrRevision, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var when))
            throw RecordErrors.NoDateNorRevision(dateOrRevision);
        // A day means its end: what was decided on it counts.
        if (when.TimeOfDay == TimeSpan.Zero && !dateOrRevision.Contains(':'))
            when = when.AddDays(1).AddSeconds(-1);
        if (repository.Git().TryText("rev-list", "-1", "--first-parent", $"--before={when.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}", "HEAD") is not { } found)
            throw RecordErrors.NoCommitYet(repository.WorkTree ?? repository.GitDirectory);
        return found.Length > 0 ? found : throw RecordErrors.BeforeHistory(dateOrRevision, ShallowCommits.Of(repository).Count > 0);
    }
}
