// Placeholder so that the solution builds while this room is being written: delete this file when its own code arrives.
namespace CodeSyncer.Core.Configuration;

public sealed class PathGlobs(IEnumerable<string> patterns)
{
    public bool Matches(string path) => patterns.Contains(path);
}

public sealed record ConfigProblem(string File, int Line, string Message, string Hint);

public enum LintSeverity
{
    Off,
    Info,
    Warning,
    Error,
}
