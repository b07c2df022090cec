using System.Globalization;
using System.Text;
using CodeSyncer.Core.Context.Architecture;
using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Context.Town;

/// <summary>What somebody who works at the root of a town is told of it: the rigs, who calls whom, how to ask.</summary>
public static class TownBrief
{
    private const int MostEdges = 20;
    private const int MostUnmatched = 5;

    /// <summary>What is nearest to a call takes time to find: of a town that calls thousands in vain a few are judged.</summary>
    private const int MostJudged = 50;

    /// <summary>The parts in their order, each a name and its Markdown.</summary>
    public static IReadOnlyList<(string Name, string Text)> Parts(IReadOnlyList<RigContext> rigs, EndpointMap map) =>
        [("town", Rigs(rigs)), ("ask", Ask), ("calls", Calls(map, rigs))];

    /// <summary>
    /// The rigs as one context: paths begin with the rig's folder. What replaced what is settled within each rig, because two rigs may use one id.
    /// </summary>
    public static (CurrentWork Work, IReadOnlyList<Tag> Tags) United(string town, IReadOnlyList<RigContext> rigs)
    {
        var tags = new List<Tag>();
        foreach (var rig in rigs)
        {
            var supersession = new Supersession(rig.Tags);
            tags.AddRange(rig.Tags.Where(tag => !supersession.IsSuperseded(tag)).Select(tag => tag with { Path = $"{rig.Folder}/{tag.Path}", Supersedes = null }));
        }

        // From here nobody sees which branch a change is on, or whether it is committed: all that is being worked on counts.
        var changes = rigs.SelectMany(rig => rig.Work.Changes.Concat(rig.Uncommitted.Select(path => new PathChange(path, PathChangeKind.Modified)))
            .DistinctBy(change => change.Path).Select(change => change with { Path = $"{rig.Folder}/{change.Path}" })).OrderBy(change => change.Path, StringComparer.Ordinal);
        var heading = $"# Town {MarkdownText.Inline(town)}\n\nYou are at the root of a town: each folder below is a git repository of its own, with its own branch and commits.\n";
        return (new CurrentWork(null, null, [.. changes]) { Heading = heading, Whole = "the town" }, tags);
    }

    private const string Ask = """
        ## How to ask

        - From here every answer is for all rigs; in a rig it is for that one, and `--town` asks for all.
        - `codesyncer endpoints WORDS`: what is offered and who calls it; `--unmatched`: what is called in vain. Look there before you write a call.
        - `codesyncer why PATH:LINE`: why a place is as it is. `codesyncer decisions PATH`, `codesyncer find WORDS`: what is on record.

        """;

    private static string Rigs(IReadOnlyList<RigContext> rigs)
    {
        var text = new StringBuilder("## Rigs\n\n");
        foreach (var rig in rigs)
        {
            text.Append("- ").Append(MarkdownText.Inline(rig.Rig)).Append(" in ").Append(ArchitectureText.Code(rig.Folder + "/"))
                .Append(rig.Work.Branch is null ? ", on no branch" : $", on {ArchitectureText.Code(rig.Work.Branch)}");
            if (rig.Work.Changes.Count > 0 && rig.Work.Since is { } since)
                text.Append(CultureInfo.InvariantCulture, $", {Count(rig.Work.Changes.Count)} changed since {MarkdownText.Inline(since)}");
            if (rig.Uncommitted.Count > 0)
                text.Append(CultureInfo.InvariantCulture, $", {Count(rig.Uncommitted.Count)} not committed");
            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Calls(EndpointMap map, IReadOnlyList<RigContext> rigs)
    {
        var edges = CallGraph.Edges(map);
        var text = new StringBuilder("## Who calls whom\n\n");
        foreach (var edge in edges.Take(MostEdges))
            text.Append("- ").Append(MarkdownText.Inline(CallGraph.NameOf(edge.From))).Append(" calls ").Append(MarkdownText.Inline(CallGraph.NameOf(edge.To))).Append('\n');
        if (edges.Count > MostEdges)
            text.Append(CultureInfo.InvariantCulture, $"- and {edges.Count - MostEdges} more: `codesyncer endpoints`\n");
        var unmatched = InVain(map, rigs);
        foreach (var (call, nearest) in unmatched.Take(MostUnmatched))
        {
            text.Append("- ").Append(ArchitectureText.Code($"{(call.Rig.Length == 0 ? "" : call.Rig + "/")}{call.Path}:{call.Line.ToString(CultureInfo.InvariantCulture)}")).Append(" calls ").Append(ArchitectureText.Code($"{call.Method} {call.Template}")).Append(", **which nobody offers**");
            text.Append(nearest is null ? "\n" : $"; nearest: {ArchitectureText.Code($"{nearest.Method} {nearest.Template}")}\n");
        }

        if (unmatched.Count > MostUnmatched)
            text.Append("- and more: `codesyncer endpoints --unmatched`\n");
        return edges.Count + unmatched.Count == 0 ? "" : text.ToString();
    }

    /// <summary>Those in files that are being changed first; one more than is shown tells that there are more.</summary>
    private static List<UnmatchedCall> InVain(EndpointMap map, IReadOnlyList<RigContext> rigs)
    {
        var changed = rigs.SelectMany(rig => rig.ChangedPaths.Select(path => (rig.Rig, path))).ToHashSet();
        bool IsChanged(EndpointCall call) => changed.Contains((call.Rig, call.Path));
        var judged = map.Made().Where(made => made.Answers.Count == 0 && !made.IsElsewhere).Select(made => made.Call).OrderByDescending(IsChanged).Take(MostJudged).ToHashSet();
        return [.. map.Unmatched(judged.Contains).OrderByDescending(one => IsChanged(one.Call)).Take(MostUnmatched + 1)];
    }

    private static string Count(int files) => files == 1 ? "1 file" : string.Create(CultureInfo.InvariantCulture, $"{files} files");
}
