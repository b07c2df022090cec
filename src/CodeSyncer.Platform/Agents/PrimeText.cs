using CodeSyncer.Core.Context;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Tags;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Scopes;

namespace CodeSyncer.Platform.Agents;

/// <summary>
/// What an agent is told at the start of a session: CURRENT.md within a budget of characters, with a greeting. It is never
/// empty because something failed: the failure is said.
/// </summary>
public sealed class PrimeText(Workspace workspace, Actor? actor)
{
    /// <summary>For who acts here by the environment or git; where nobody does, that is said.</summary>
    /// <param name="agent">As given; null: not given.</param>
    /// <param name="isShell">See <see cref="ActingAgent"/>.</param>
    public static PrimeText For(Workspace workspace, string? agent, bool isShell = false)
    {
        try
        {
            return new PrimeText(workspace, new ActingAgent(workspace.Repository, Environment.GetEnvironmentVariable, isShell).Actor(agent));
        }
        catch (CodeSyncerException) when (agent is null)
        {
            return new PrimeText(workspace, null);
        }
    }

    /// <param name="budget">Characters; null: as the configuration says.</param>
    /// <param name="isSameSession">The session goes on with an emptied context.</param>
    public Prime Render(PrimeForm form = PrimeForm.Whole, int? budget = null, bool isSameSession = false)
    {
        var most = Math.Min(budget ?? int.MaxValue, workspace.Settings.PrimeMaxCharacters);
        if (form == PrimeForm.Reminder)
            most /= 2;
        var brief = actor is null
            ? new AgentBrief { Agent = "nobody", Problems = ["who acts: git has no user.name here, and neither --agent nor CODESYNCER_AGENT says it"] }
            : new BriefReader(workspace, actor).Read(isSameSession);
        var (work, tags) = Context(ref brief);
        var neighbours = form == PrimeForm.Reminder || workspace.Repository.WorkTree is null ? ""
            : Neighbours.Advice(workspace, "## Other projects, for what this branch changed\n", [.. work.Changes.Select(change => change.Path).Concat(brief.Uncommitted).Distinct()], most / 5);
        var parts = PrimeBudget.Fit([.. PrimeBrief.Parts(brief, form, isGreeting: actor is not null), .. neighbours.Length == 0 ? [] : new[] { ("neighbours", neighbours) }], most);
        var text = CurrentDocument.Render(work, tags, "", most, string.Join('\n', parts.Select(part => part.Text)), PathsOf(brief.Bead, tags));
        return new Prime(text, brief, parts);
    }

    private (CurrentWork Work, IReadOnlyList<Tag> Tags) Context(ref AgentBrief brief)
    {
        try
        {
            var snapshot = new ContextReader(workspace).FromIndex(edited: brief.Uncommitted);
            return (new ContextSync(workspace).CurrentWork(snapshot.Files), snapshot.Tags);
        }
        catch (Exception error) when (error is CodeSyncerException or IOException or UnauthorizedAccessException)
        {
            brief = brief with { Problems = [.. brief.Problems, $"the tags of the code: {error.Message}"] };
            return (new CurrentWork(null, null, []), []);
        }
    }

    /// <summary>The paths that a bead's own words name.</summary>
    private static HashSet<string> PathsOf(Bead? bead, IReadOnlyList<Tag> tags)
    {
        if (bead is null)
            return [];
        var text = string.Join('\n', new[] { bead.Title, bead.Description, bead.Fields.String("design"), bead.Fields.String("notes") });
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in tags.Select(tag => tag.Path).Distinct())
        {
            for (var part = path; part.Contains('/', StringComparison.Ordinal); part = part[..part.LastIndexOf('/')])
            {
                if (text.Contains(part, StringComparison.Ordinal))
                    paths.Add(part);
            }
        }

        return paths;
    }
}
