using System.Text.RegularExpressions;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Solutions, in the old text form and the new XML one (https://github.com/microsoft/vs-solutionpersistence).</summary>
internal sealed partial class SolutionReader : IManifestReader
{
    public bool Reads(string name) => name.EndsWith(".sln", StringComparison.Ordinal) || name.EndsWith(".slnx", StringComparison.Ordinal);

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        var members = (file.Name.EndsWith('x') ? MembersOfXml(file) : MembersOfText(file))
            .Select(member => tree.Tracked(RepositoryPath.Resolve(file.Folder, member))).ToHashSet(StringComparer.Ordinal);
        var solution = new BuildRootDraft(Ecosystem.DotNet, ".NET solution", path) { Note = file.Note };
        var name = CommandText.Argument(file.Name);
        solution.Offers(CommandPurpose.Build, $"dotnet build {name}");
        // Its projects are read before it: *.csproj and its kin come first among the readers.
        if (stack.Projects.Any(project => project.Kind == ProjectKind.Test && members.Contains(project.Manifest)))
            solution.Offers(CommandPurpose.Test, $"dotnet test {name}");
        stack.BuildRoots.Add(solution);
    }

    private static IEnumerable<string> MembersOfXml(ManifestFile file) =>
        file.Xml().Descendants("Project").Select(project => (string?)project.Attribute("Path") ?? "");

    private static List<string> MembersOfText(ManifestFile file)
    {
        if (file.Text.Length > 0 && !file.Text.Contains("Microsoft Visual Studio Solution File", StringComparison.Ordinal))
            file.MarkBroken();
        return [.. ProjectLine().Matches(file.Text).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex("""^[ \t]*Project\("[^"\n]*"\)[ \t]*=[ \t]*"[^"\n]*"[ \t]*,[ \t]*"([^"\n]*)"[ \t]*,""", RegexOptions.Multiline)]
    private static partial Regex ProjectLine();
}
