using System.Text;
using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Context.Architecture;

/// <summary>Images that are built here, and services that run beside each other.</summary>
internal static class ContainerSection
{
    private const int MaxRows = 60;

    public static void Append(StringBuilder document, Stack stack, string linkPrefix)
    {
        if (stack.Images.Count + stack.Services.Count == 0)
            return;
        document.Append("\n## Containers and services\n");
        AppendImages(document, stack, linkPrefix);
        // Of a build's place it is not known whether it is tracked, unless something that was read stands there.
        var places = stack.Images.Select(image => image.Manifest).Concat(stack.Projects.Select(project => project.Path)).ToHashSet(StringComparer.Ordinal);
        // An overriding file may name a service only to change what is not shown here.
        foreach (var file in stack.Services.Where(service => service.Image is not null || service.BuildPath is not null || service.Ports.Count > 0)
            .GroupBy(service => service.Manifest))
            AppendServices(document, file, places, linkPrefix);
    }

    private static void AppendImages(StringBuilder document, Stack stack, string linkPrefix)
    {
        if (stack.Images.Count > 0)
            document.Append('\n');
        foreach (var image in stack.Images.Take(MaxRows))
        {
            document.Append("- ").Append(ArchitectureText.Link(image.Manifest, linkPrefix));
            var facts = new List<string>();
            if (image.Base is not null)
                facts.Add($"on {ArchitectureText.Code(image.Base)}");
            if (image.Ports.Count > 0)
                facts.Add($"exposes {string.Join(", ", image.Ports.Select(ArchitectureText.Code))}");
            if (image.Starts is not null)
                facts.Add($"starts {ArchitectureText.Code(image.Starts)}");
            document.Append(facts.Count == 0 ? "\n" : $": {string.Join(", ", facts)}\n");
        }
    }

    private static void AppendServices(StringBuilder document, IGrouping<string, ComposeService> file, HashSet<string> places, string linkPrefix)
    {
        document.Append('\n').Append(ArchitectureText.Link(file.Key, linkPrefix))
            .Append(" runs:\n\n| Service | From | Ports | Needs |\n| --- | --- | --- | --- |\n");
        foreach (var service in file.Take(MaxRows))
        {
            var from = service.BuildPath is { } path
                ? $"built by {(places.Contains(path) ? ArchitectureText.Link(path, linkPrefix) : ArchitectureText.CodeCell(path.Length == 0 ? "." : path))}"
                : service.Image is { } image ? ArchitectureText.CodeCell(image) : "";
            document.Append("| ").Append(ArchitectureText.Name(service.Name)).Append(" | ").Append(from)
                .Append(" | ").Append(string.Join(", ", service.Ports.Select(ArchitectureText.CodeCell)))
                .Append(" | ").Append(string.Join(", ", service.Needs.Select(ArchitectureText.Name))).Append(" |\n");
        }
    }
}
