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
        foreach (var file in stack.Services.GroupBy(service => service.Manifest))
            AppendServices(document, file, linkPrefix);
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

    private static void AppendServices(StringBuilder document, IGrouping<string, ComposeService> file, string linkPrefix)
    {
        document.Append('\n').Append(ArchitectureText.Link(file.Key, linkPrefix))
            .Append(" runs:\n\n| Service | From | Ports | Needs |\n| --- | --- | --- | --- |\n");
        foreach (var service in file.Take(MaxRows))
        {
            var from = service.BuildPath is { } path ? $"built in {ArchitectureText.Link(path, linkPrefix)}" : service.Image is { } image ? ArchitectureText.CodeCell(image) : "";
            document.Append("| ").Append(ArchitectureText.Name(service.Name)).Append(" | ").Append(from)
                .Append(" | ").Append(string.Join(", ", service.Ports.Select(ArchitectureText.CodeCell)))
                .Append(" | ").Append(string.Join(", ", service.Needs.Select(ArchitectureText.Name))).Append(" |\n");
        }
    }
}
