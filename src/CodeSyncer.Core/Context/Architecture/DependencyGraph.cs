using System.Text;
using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Context.Architecture;

/// <summary>The dependencies inside the repository as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).</summary>
internal sealed class DependencyGraph
{
    /// <summary>A larger graph is no picture any more; the list of projects says the same.</summary>
    private const int MaxNodes = 40;
    private const int MaxEdges = 120;

    /// <summary>Words of the language that cannot name a node.</summary>
    private static readonly string[] Reserved =
        ["end", "graph", "subgraph", "flowchart", "style", "linkStyle", "class", "classDef", "click", "default", "direction", "call", "href"];

    private readonly Dictionary<ProjectKey, string> _names = [];
    private readonly List<(Project From, ProjectKey To)> _edges;
    private readonly Dictionary<ProjectKey, Project> _projects;

    private DependencyGraph(Stack stack)
    {
        _projects = stack.Projects.ToDictionary(project => project.Key);
        var all = stack.Projects.SelectMany(project => project.References.Select(to => (project, to))).ToList();
        // Tests point at everything and hide what the picture is for.
        var own = all.Where(edge => !IsTest(edge.project) && !IsTest(_projects[edge.to])).ToList();
        _edges = own.Count > 0 ? own : all;
        var nodes = _edges.SelectMany(edge => new[] { edge.From.Key, edge.To }).ToHashSet();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var project in stack.Projects.Where(project => nodes.Contains(project.Key)).Take(MaxNodes + 1))
            _names[project.Key] = NameOf(project, used);
    }

    public static void Append(StringBuilder document, Stack stack)
    {
        var graph = new DependencyGraph(stack);
        if (graph._edges.Count == 0)
            return;
        document.Append("\n## Dependencies\n\n");
        if (graph._names.Count > MaxNodes || graph._edges.Count > MaxEdges)
            document.Append("Too many for a picture: each project names what it uses above.\n");
        else
            graph.Append(document);
    }

    private void Append(StringBuilder document)
    {
        if (_projects.Values.Any(IsTest) && !_names.Keys.Any(key => IsTest(_projects[key])))
            document.Append("An arrow leads to what is used; tests are left out.\n\n");
        else
            document.Append("An arrow leads to what is used.\n\n");
        document.Append("```mermaid\nflowchart LR\n");
        foreach (var (key, name) in _names)
        {
            if (name != key.Name)
                document.Append("    ").Append(name).Append("[\"").Append(Label(key.Name)).Append("\"]\n");
        }

        foreach (var (from, to) in _edges)
            document.Append("    ").Append(_names[from.Key]).Append(" --> ").Append(_names[to]).Append('\n');
        document.Append("```\n");
    }

    private static bool IsTest(Project project) => project.Kind is ProjectKind.Test or ProjectKind.Benchmark;

    /// <summary>Made of the project's own name, so that another project added changes no line of this one.</summary>
    private static string NameOf(Project project, HashSet<string> used)
    {
        var name = Word(project.Name);
        if (name.Length == 0 || Reserved.Contains(name, StringComparer.OrdinalIgnoreCase) || !used.Add(name))
        {
            name = Word(project.Manifest) + "_" + Word(project.Name);
            while (!used.Add(name))
                name += "_";
        }

        return name;
    }

    private static string Word(string text)
    {
        var word = new string([.. text.Take(80).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')]);
        return word.Trim('_').Length == 0 ? "" : word.Trim('_');
    }

    /// <summary>Anything that Mermaid could take for syntax is written as its number.</summary>
    private static string Label(string text)
    {
        var label = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(80))
        {
            if (System.Text.Rune.IsLetterOrDigit(rune) || (rune.IsAscii && "._-/@ +:".Contains((char)rune.Value)))
                label.Append(rune);
            else if (!System.Text.Rune.IsControl(rune))
                label.Append('#').Append(rune.Value).Append(';');
        }

        return label.ToString();
    }
}
