using System.Text;
using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Context.Architecture;

/// <summary>How everything is built and tested, and what the tools of each ecosystem do in the folder of one project.</summary>
internal static class BuildSection
{
    private const int MaxRoots = 30;

    public static void Append(StringBuilder document, Stack stack, string linkPrefix)
    {
        var lines = stack.BuildRoots.Where(root => root.Commands.Count > 0 || root.Note is not null).Take(MaxRoots)
            .Select(root => Line(root, linkPrefix)).ToList();
        var conventions = new CommandConventions(stack);
        foreach (var group in stack.Projects.GroupBy(project => project.Ecosystem).OrderBy(group => group.Key))
        {
            if (conventions.Shared(group.Key) is { Count: > 0 } commands)
                lines.Add(Line(group.Key, [.. group], commands, linkPrefix));
        }

        if (lines.Count == 0)
            return;
        document.Append("\n## Build and test\n\n");
        foreach (var line in lines)
            document.Append("- ").Append(line).Append('\n');
    }

    private static string Line(BuildRoot root, string linkPrefix)
    {
        var line = new StringBuilder($"{root.Title} {ArchitectureText.Link(root.Manifest, linkPrefix)}: {ProjectLabel.Of(root.Commands)}");
        if (root.Path.Length > 0 && root.Commands.Count > 0)
            line.Append($" (in {ArchitectureText.Link(root.Path, linkPrefix)})");
        if (root.Note is not null)
            line.Append($" ({root.Note})");
        return line.ToString();
    }

    private static string Line(Ecosystem ecosystem, List<Project> projects, IEnumerable<ProjectCommand> commands, string linkPrefix)
    {
        var where = projects.Count > 1 ? "any project, in its folder"
            : projects[0].Path.Length == 0 ? "in the root folder" : $"in {ArchitectureText.Link(projects[0].Path, linkPrefix)}";
        return $"{ProjectLabel.Of(ecosystem)}, {where}: {ProjectLabel.Of(commands)}";
    }
}
