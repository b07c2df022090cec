using System.Text;
using CodeSyncer.Core.Context.Architecture;
using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Context;

/// <summary>
/// ARCHITECTURE.md: what a repository is made of, where it starts, how it is built, and which project needs which. It says
/// nothing that changes with every update of a dependency.
/// </summary>
public static class ArchitectureDocument
{
    private const int MaxFolders = 60;
    private const int MaxSiblings = 4;

    /// <summary>The body of the document, Markdown of GitHub's kind.</summary>
    /// <param name="linkPrefix">From the document's folder to the root, such as <c>../</c>.</param>
    public static string Render(Stack stack, string linkPrefix = "../")
    {
        var document = new StringBuilder("# Architecture\n\n");
        if (stack.Projects.Count + stack.BuildRoots.Count + stack.Images.Count + stack.Services.Count == 0)
            return document.Append("No manifest of a project was found here.\n").ToString();
        document.Append("What this repository is made of, as its manifests tell it. Commands are run in the folder of what they build.\n");
        StackTable.Append(document, stack);
        BuildSection.Append(document, stack, linkPrefix);
        EntryPointSection.Append(document, stack, linkPrefix);
        new ProjectSection(stack, linkPrefix).Append(document);
        DependencyGraph.Append(document, stack);
        ContainerSection.Append(document, stack, linkPrefix);
        AppendExamples(document, stack, linkPrefix);
        return document.ToString();
    }

    private static void AppendExamples(StringBuilder document, Stack stack, string linkPrefix)
    {
        if (stack.ExampleFolders.Count == 0)
            return;
        // Many in one folder are one thing to a reader.
        var places = stack.ExampleFolders.GroupBy(ParentOf)
            .SelectMany(group => group.Count() > MaxSiblings && group.Key.Length > 0 ? [$"several in {ArchitectureText.Link(group.Key, linkPrefix)}"]
                : group.Select(folder => ArchitectureText.Link(folder, linkPrefix)));
        document.Append("\n## Examples and fixtures\n\nThese folders hold projects of their own, which are not listed above: ")
            .Append(ArchitectureText.List(places, MaxFolders)).Append('\n');
    }

    private static string ParentOf(string folder) => folder.LastIndexOf('/') is >= 0 and var slash ? folder[..slash] : "";
}
