using CodeSyncer.Core.Context;
using CodeSyncer.Core.Context.Town;
using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Agents;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;
using CodeSyncer.Platform.Scopes;

namespace CodeSyncer.Platform.Town;

/// <summary>
/// What is told at the root of a town: to the mayor what needs it, to everybody else the town itself: its rigs, who calls whom, and what is on record for
/// what their branches changed.
/// </summary>
public sealed class TownPrime(TownWorkspace town, Actor? actor)
{
    private const int FewReady = 5;

    /// <summary>For who acts here by name, environment or git; where nobody does, that is said.</summary>
    /// <param name="agent">As given; null: not given.</param>
    public static TownPrime For(TownWorkspace town, string? agent, Func<string, string?> environment, bool isShell = false)
    {
        try
        {
            return new TownPrime(town, new ActingAgent(town.Place, environment, isShell).Actor(agent));
        }
        catch (CodeSyncerException) when (agent is null)
        {
            return new TownPrime(town, null);
        }
    }

    /// <param name="budget">Characters; null: as the person's configuration says.</param>
    public Prime Render(PrimeForm form = PrimeForm.Whole, int? budget = null)
    {
        if (actor?.Name == AgentAddress.Mayor)
            return new Prime(MayorPrime.Render(town), new AgentBrief { Agent = AgentAddress.Mayor }, []);
        var most = Math.Min(budget ?? int.MaxValue, SettingsFiles.Read(null, strict: false).Settings.PrimeMaxCharacters);
        if (form == PrimeForm.Reminder)
            most /= 2;
        var scope = TownScope.Of(town.Root, town: true);
        var (rigs, problems) = RigContexts.Read(scope);
        var map = new EndpointMap([], []);
        try
        {
            map = ScopeEndpoints.Read(scope).Map;
        }
        catch (Exception error) when (error is CodeSyncerException or IOException or UnauthorizedAccessException)
        {
            problems = [.. problems, $"the endpoints: {error.Message}"];
        }

        var brief = Brief(problems);
        var told = PrimeBrief.Parts(brief, form, isGreeting: false).ToLookup(part => part.Name == "problems");
        var neighbours = form == PrimeForm.Reminder ? [] : rigs.Select(rig => ("neighbours", Neighbours(scope, rig, rigs, map, most / 5))).Where(part => part.Item2.Length > 0);
        var parts = PrimeBudget.Fit([.. told[true], .. TownBrief.Parts(rigs, map), .. told[false], .. neighbours], most);
        var (work, tags) = TownBrief.United(town.Settings.Name, rigs);
        return new Prime(CurrentDocument.Render(work, tags, "", most, string.Join('\n', parts.Select(part => part.Text))), brief, parts);
    }

    private static string Neighbours(TownScope scope, RigContext rig, IReadOnlyList<RigContext> rigs, EndpointMap map, int most)
    {
        var changed = rig.ChangedPaths.ToHashSet(StringComparer.Ordinal);
        return NeighbourAdvice.Render($"## What {MarkdownText.Inline(rig.Rig)} changed, and others rely on\n", map, rig.Rig, changed, ScopeEndpoints.Changes(scope, map, rig.Rig, changed),
            (other, path) => rigs.Where(one => one.Rig == other).SelectMany(one => one.Tags).Where(tag => tag.Path == path), most);
    }

    private AgentBrief Brief(IReadOnlyList<string> problems)
    {
        var brief = new AgentBrief { Agent = actor?.Name ?? "nobody", Problems = problems };
        if (actor is null)
            return brief with { Problems = [.. problems, "who acts: git has no user.name here, and neither --agent nor CODESYNCER_AGENT says it"] };
        if (!town.Place.Exists)
            return brief;
        var index = town.Store.Index();
        var bead = HeldBead.Of(index, actor);
        return brief with
        {
            Bead = bead,
            Mail = Mailroom.Inbox(index, actor.Name, isAll: false),
            Ready = bead is null ? index.Beads(new BeadQuery { ReadyAt = town.Now, Limit = FewReady }) : [],
        };
    }
}
