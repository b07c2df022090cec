using System.Text;
using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Context.Architecture;

/// <summary>Every project under the folder that holds it: what it is, what it stands on, who needs it, how to build and test it.</summary>
internal sealed class ProjectSection(Stack stack, string linkPrefix)
{
    /// <summary>A repository with more projects gets one line for each.</summary>
    private const int MaxDetailed = 150;
    private const int MaxProjects = 1_000;
    private const int MaxNames = 15;

    private readonly bool _isBrief = stack.Projects.Count > MaxDetailed;
    private readonly CommandConventions _conventions = new(stack);

    /// <summary>What is said of several projects tells none of them from the others.</summary>
    private readonly HashSet<string> _sameDescriptions =
        [.. stack.Projects.GroupBy(project => project.Description ?? "").Where(group => group.Skip(2).Any()).Select(group => group.Key)];

    private readonly HashSet<Ecosystem> _mixedLanguages = Mixed(stack, project => project.Languages);
    private readonly HashSet<Ecosystem> _mixedRuntimes = Mixed(stack, project => project.Runtimes);

    public void Append(StringBuilder document)
    {
        if (stack.Projects.Count == 0)
            return;
        document.Append("\n## Projects\n");
        var groups = stack.Projects.Take(MaxProjects).GroupBy(ParentOf).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        foreach (var group in groups)
        {
            document.Append('\n');
            if (groups.Count > 1)
                document.Append("### ").Append(group.Key.Length == 0 ? Area.Root : ArchitectureText.Name(group.Key)).Append("\n\n");
            foreach (var project in group)
                AppendProject(document, project);
        }

        if (stack.Projects.Count > MaxProjects)
            document.Append("\nThere are more projects than this document shows.\n");
    }

    private static string ParentOf(Project project)
    {
        var slash = project.Path.LastIndexOf('/');
        return slash < 0 ? "" : project.Path[..slash];
    }

    private void AppendProject(StringBuilder document, Project project)
    {
        document.Append("- **").Append(ArchitectureText.Name(project.Name)).Append("**: ").Append(ProjectLabel.Of(project)).Append(Details(project))
            .Append(", ").Append(ArchitectureText.Link(project.Manifest, linkPrefix)).Append('\n');
        if (project.Note is not null)
            document.Append("  - Note: ").Append(project.Note).Append('\n');
        if (_isBrief)
        {
            Line(document, "Uses", Names(project.References));
            return;
        }

        if (!string.IsNullOrWhiteSpace(project.Description) && !_sameDescriptions.Contains(project.Description))
            document.Append("  - ").Append(ArchitectureText.Sentence(project.Description)).Append('\n');
        Line(document, "Built on", ArchitectureText.List(project.Packages.Where(package => IsKey(package, project)).Select(package => ArchitectureText.Name(package.Display)), MaxNames));
        Line(document, "Uses", Names(project.References));
        Line(document, "Used by", Names(project.ReferencedBy));
        Line(document, "Commands", ProjectLabel.Of(_conventions.Own(project)));
    }

    /// <summary>Language and runtime, where they tell one project from another.</summary>
    private string Details(Project project)
    {
        var details = new List<string>();
        if (_mixedLanguages.Contains(project.Ecosystem))
            details.AddRange(project.Languages);
        if (_mixedRuntimes.Contains(project.Ecosystem))
            details.AddRange(ArchitectureText.Runtimes(project.Runtimes));
        return details.Count == 0 ? "" : $" ({string.Join(", ", details.Select(ArchitectureText.Name))})";
    }

    /// <summary>Ecosystems whose projects do not all say the same.</summary>
    private static HashSet<Ecosystem> Mixed(Stack stack, Func<Project, IReadOnlyList<string>> facts) =>
        [.. stack.Projects.Where(project => facts(project).Count > 0).GroupBy(project => project.Ecosystem, project => string.Join('\n', facts(project)))
            .Where(group => group.Distinct().Skip(1).Any()).Select(group => group.Key)];

    private static bool IsKey(KnownPackage package, Project project) =>
        package.Role is PackageRole.Framework or PackageRole.Data || (package.Role == PackageRole.Test && project.Kind is ProjectKind.Test or ProjectKind.Benchmark);

    private static string Names(IEnumerable<ProjectKey> keys) => ArchitectureText.List(keys.Select(key => ArchitectureText.Name(key.Name)), MaxNames);

    private static void Line(StringBuilder document, string label, string text)
    {
        if (text.Length > 0)
            document.Append("  - ").Append(label).Append(": ").Append(text).Append('\n');
    }
}
