using System.Text;
using CodeSyncer.Core.Context.Architecture;
using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Context.Town;

/// <summary>PROJECTS.md of a town: its projects, what they are made of, and who calls whom.</summary>
public static class ProjectsDocument
{
    public const string Name = "PROJECTS.md";

    /// <param name="town">Name of the town.</param>
    public static string Render(string town, IReadOnlyList<TownProject> rigs, EndpointMap map)
    {
        var document = new StringBuilder($"# Projects of {MarkdownText.Inline(town)}\n\n");
        CallGraph.Append(document, map);
        var edges = CallGraph.Edges(map);
        foreach (var rig in rigs)
        {
            document.Append("\n## ").Append(MarkdownText.Inline(rig.Rig)).Append("\n\n");
            if (rig.Stack is not { } stack)
            {
                document.Append("There is no clone of it here.\n");
                continue;
            }

            AppendLine(document, "Where", rig.Folder is null ? "" : MarkdownText.FileLink(rig.Folder, "../"));
            AppendLine(document, "Languages", Listed(stack.Languages));
            AppendLine(document, "Runs on", Listed(stack.Runtimes));
            AppendLine(document, "Made with", Listed(stack.Packages.Select(package => package.Name).Distinct()));
            foreach (var project in stack.Projects.Where(project => project.Kind is not (ProjectKind.Test or ProjectKind.Benchmark)))
                AppendProject(document, rig, project, stack.Projects.Count == 1);
            Append(document, "Calls", edges.Where(edge => edge.From.Rig == rig.Rig).Select(edge => CallGraph.NameOf(edge.To)));
            Append(document, "Called by", edges.Where(edge => edge.To.Rig == rig.Rig).Select(edge => CallGraph.NameOf(edge.From)));
            Append(document, "Hosts elsewhere", map.Calls.Where(call => call.Rig == rig.Rig && call.Host is not null && map.AnswersOf(call).Count == 0).Select(call => call.Host!));
        }

        return document.ToString();
    }

    private static void AppendProject(StringBuilder document, TownProject rig, Project project, bool isOnly)
    {
        if (isOnly && project.Description is null)
            return;
        document.Append("* **").Append(ArchitectureText.Name(project.Name)).Append("**");
        if (project.Path.Length > 0)
            document.Append(" in ").Append(rig.Folder is null ? ArchitectureText.Code(project.Path) : MarkdownText.FileLink(project.Path, $"../{string.Join('/', rig.Folder.Split('/').Select(Uri.EscapeDataString))}/"));
        if (!string.IsNullOrWhiteSpace(project.Description))
            document.Append(": ").Append(ArchitectureText.Sentence(project.Description));
        document.Append('\n');
    }

    private static void Append(StringBuilder document, string title, IEnumerable<string> names) =>
        AppendLine(document, title, Listed(names.Distinct().Order(StringComparer.Ordinal)));

    private static void AppendLine(StringBuilder document, string title, string text)
    {
        if (text.Length > 0)
            document.Append("* ").Append(title).Append(": ").Append(text).Append('\n');
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(name => MarkdownText.Inline(name)));
}
