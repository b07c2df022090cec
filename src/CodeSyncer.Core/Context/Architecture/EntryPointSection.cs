using System.Text;
using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Context.Architecture;

/// <summary>Where execution starts: applications and commands, without tests and libraries.</summary>
internal static class EntryPointSection
{
    private const int MaxLines = 60;
    private const int MaxEntries = 8;

    public static void Append(StringBuilder document, Stack stack, string linkPrefix)
    {
        var starting = stack.Projects
            .Where(project => project.Kind is ProjectKind.Application or ProjectKind.WebApplication or ProjectKind.CommandLineTool).ToList();
        if (starting.Count == 0)
            return;
        document.Append("\n## Entry points\n\n");
        foreach (var project in starting.Take(MaxLines))
            document.Append("- ").Append(ArchitectureText.Name(project.Name)).Append(" (").Append(ProjectLabel.Of(project)).Append("): ")
                .Append(Entries(project, linkPrefix)).Append('\n');
        if (starting.Count > MaxLines)
            document.Append("- and others, listed below\n");
    }

    private static string Entries(Project project, string linkPrefix) => project.EntryPoints.Count == 0
        ? ArchitectureText.Link(project.Manifest, linkPrefix)
        : ArchitectureText.List(project.EntryPoints.Select(entry => Entry(entry, project, linkPrefix)), MaxEntries);

    private static string Entry(EntryPoint entry, Project project, string linkPrefix)
    {
        var name = entry.Name is null ? "" : ArchitectureText.Code(entry.Name);
        if (entry.Path is null)
            return name.Length > 0 ? name : ArchitectureText.Link(project.Manifest, linkPrefix);
        var link = ArchitectureText.Link(entry.Path, linkPrefix);
        return name.Length == 0 ? link : $"{name} at {link}";
    }
}
