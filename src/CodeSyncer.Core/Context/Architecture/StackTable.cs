using System.Text;
using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Context.Architecture;

/// <summary>The stack in one table.</summary>
internal static class StackTable
{
    private const int MaxNames = 30;

    public static void Append(StringBuilder document, Stack stack)
    {
        var rows = new List<(string Part, string What)>
        {
            ("Languages", Names(stack.Languages)),
            ("Runtimes", Names(ArchitectureText.FewRuntimes(stack.Runtimes))),
            ("Frameworks", Names(Of(stack, PackageRole.Framework))),
            ("Data and messaging", Names(Of(stack, PackageRole.Data))),
            ("Tests", Names(Of(stack, PackageRole.Test))),
            ("Build and tools", Names(stack.Tools.Concat(Of(stack, PackageRole.Tool)))),
        };
        rows.RemoveAll(row => row.What.Length == 0);
        if (rows.Count == 0)
            return;
        document.Append("\n## Stack\n\n| Part | What |\n| --- | --- |\n");
        foreach (var (part, what) in rows)
            document.Append("| ").Append(part).Append(" | ").Append(what).Append(" |\n");
    }

    private static IEnumerable<string> Of(Stack stack, PackageRole role) =>
        stack.Packages.Where(package => package.Role == role).GroupBy(package => package.Name, package => package.Version)
            .Select(group => $"{group.Key} {string.Join('/', group.OfType<string>().Distinct().OrderBy(Number).ThenBy(version => version, StringComparer.Ordinal))}".TrimEnd());

    private static double Number(string version) => double.TryParse(version, out var number) ? number : 0;

    private static string Names(IEnumerable<string> names) => ArchitectureText.List(
        names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.OrdinalIgnoreCase).ThenBy(name => name, StringComparer.Ordinal)
            .Select(ArchitectureText.Name), MaxNames);
}
