using CodeSyncer.Core.Projects;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>The stack of a repository in one line.</summary>
public static class StackSummary
{
    private const int Most = 6;

    public static string Of(Stack stack)
    {
        var projects = stack.Projects.Count switch { 0 => "", 1 => "1 project", var count => $"{count} projects" };
        string[] parts = [Listed(stack.Languages), Listed(stack.Runtimes), Listed(stack.Tools), projects];
        var text = string.Join("; ", parts.Where(part => part.Length > 0));
        return text.Length > 0 ? text : "no manifest of a known kind";
    }

    private static string Listed(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(Most)) + (names.Count > Most ? $" and {names.Count - Most} more" : "");
}
