using System.Text;
using CodeSyncer.Core.Endpoints;

namespace CodeSyncer.Core.Context.Town;

/// <summary>Who calls whom, as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html): a box a project, an arrow from the caller.</summary>
public static class CallGraph
{
    /// <summary>A picture of more says nothing.</summary>
    public const int MaxNodes = 60;

    /// <summary>Each pair of projects, the caller first.</summary>
    public static IReadOnlyList<((string Rig, string Project) From, (string Rig, string Project) To)> Edges(EndpointMap map) =>
        [.. map.Calls.SelectMany(call => map.AnswersOf(call).Select(endpoint => (From: (call.Rig, call.Project), To: (endpoint.Rig, endpoint.Project))))
            .Where(edge => edge.From != edge.To).Distinct()
            .OrderBy(edge => edge.From.Rig, StringComparer.Ordinal).ThenBy(edge => edge.From.Project, StringComparer.Ordinal)
            .ThenBy(edge => edge.To.Rig, StringComparer.Ordinal).ThenBy(edge => edge.To.Project, StringComparer.Ordinal)];

    internal static void Append(StringBuilder document, EndpointMap map)
    {
        if (Edges(map).Count == 0)
            document.Append("No project calls an endpoint of another one, as far as the code says.\n");
        else if (Mermaid(map) is { } flowchart)
            document.Append("An arrow leads from the caller to what it calls.\n\n```mermaid\n").Append(flowchart).Append("```\n");
        else
            document.Append("Too many for a picture: each project says below whom it calls.\n");
    }

    /// <summary>Null: there are no arrows, or too many projects for a picture.</summary>
    public static string? Mermaid(EndpointMap map)
    {
        var edges = Edges(map);
        var nodes = edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct()
            .OrderBy(node => node.Item1, StringComparer.Ordinal).ThenBy(node => node.Item2, StringComparer.Ordinal).ToList();
        if (nodes.Count is 0 or > MaxNodes)
            return null;
        var names = nodes.Select((node, i) => (node, Name: $"p{i}")).ToDictionary(pair => pair.node, pair => pair.Name);
        var document = new StringBuilder("flowchart LR\n");
        foreach (var rig in nodes.GroupBy(node => node.Item1))
        {
            var isGroup = rig.Count() > 1;
            if (isGroup)
                document.Append("    subgraph ").Append(names[rig.First()]).Append("g[\"").Append(Label(rig.Key)).Append("\"]\n");
            foreach (var node in rig)
                document.Append(isGroup ? "        " : "    ").Append(names[node]).Append("[\"").Append(Label(NameOf(node, isGroup))).Append("\"]\n");
            if (isGroup)
                document.Append("    end\n");
        }

        foreach (var (from, to) in edges)
            document.Append("    ").Append(names[from]).Append(" --> ").Append(names[to]).Append('\n');
        return document.ToString();
    }

    public static string NameOf((string Rig, string Project) node, bool inRig = false)
    {
        var folder = ProjectFolder.NameOf(node.Project);
        return inRig ? (folder.Length == 0 ? "(root)" : folder) : node.Rig.Length == 0 ? (folder.Length == 0 ? "(root)" : node.Project) : node.Project.Length == 0 ? node.Rig : $"{node.Rig}/{node.Project}";
    }

    /// <summary>Quotes and brackets would end the label; entities of HTML stand for them.</summary>
    private static string Label(string text)
    {
        var label = new StringBuilder();
        foreach (var letter in text)
        {
            if (letter is '"' or '<' or '>' or '&' or '#' or ';' or '`')
                label.Append('#').Append((int)letter).Append(';');
            else if (!char.IsControl(letter))
                label.Append(letter);
        }

        return label.ToString();
    }
}
