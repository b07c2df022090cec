using System.Text;
using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Tests.Projects;

/// <summary>A repository made of the given files, as the scanner sees it: only what it calls relevant reaches it.</summary>
internal static class Manifests
{
    public static Stack Scan(params (string Path, string? Text)[] files)
    {
        var texts = files.ToDictionary(file => file.Path, file => file.Text);
        var paths = texts.Keys.Where(path => ProjectScanner.IsRelevant(Encoding.UTF8.GetBytes(path))).ToList();
        return ProjectScanner.Scan(paths, path => texts[path]);
    }

    /// <summary>The only project of a repository.</summary>
    public static Project Only(params (string Path, string? Text)[] files) => Assert.Single(Scan(files).Projects);

    public static Project Named(this Stack stack, string name) => Assert.Single(stack.Projects, project => project.Name == name);

    public static IEnumerable<string> PackageNames(this Project project) => project.Packages.Select(package => package.Display);

    public static IEnumerable<string> Uses(this Project project) => project.References.Select(key => key.Name);

    public static IEnumerable<string> CommandsFor(this Project project, CommandPurpose purpose) =>
        project.Commands.Where(command => command.Purpose == purpose).Select(command => command.Text);

    public static IEnumerable<string> CommandsFor(this BuildRoot root, CommandPurpose purpose) =>
        root.Commands.Where(command => command.Purpose == purpose).Select(command => command.Text);
}
