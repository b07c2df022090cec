using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Context.Architecture;

/// <summary>What people call a kind of project, in the words of its ecosystem.</summary>
internal static class ProjectLabel
{
    public static string Of(Project project) => project.Kind switch
    {
        ProjectKind.Application => "application",
        ProjectKind.WebApplication => "web application",
        ProjectKind.CommandLineTool => "command-line tool",
        ProjectKind.Test => "tests",
        ProjectKind.Benchmark => "benchmarks",
        _ => project.Ecosystem switch
        {
            Ecosystem.Node or Ecosystem.Python or Ecosystem.Php or Ecosystem.Dart => "package",
            Ecosystem.Go or Ecosystem.PowerShell => "module",
            Ecosystem.Ruby => "gem",
            _ => "library",
        },
    };

    public static string Of(Ecosystem ecosystem) => ecosystem switch
    {
        Ecosystem.DotNet => ".NET",
        Ecosystem.Node => "Node.js",
        Ecosystem.Jvm => "JVM",
        Ecosystem.Php => "PHP",
        _ => ecosystem.ToString(),
    };

    /// <summary>Commands in words: <c>build `make build`, test `make test`</c>.</summary>
    public static string Of(IEnumerable<ProjectCommand> commands) => string.Join("; ", commands
        .GroupBy(command => command.Purpose).OrderBy(group => group.Key)
        .Select(group => $"{Verb(group.Key)} {string.Join(", ", group.Select(command => ArchitectureText.Code(command.Text)))}"));

    private static string Verb(CommandPurpose purpose) => purpose switch
    {
        CommandPurpose.Install => "install",
        CommandPurpose.Build => "build",
        CommandPurpose.Test => "test",
        CommandPurpose.Run => "run",
        _ => "check",
    };
}
