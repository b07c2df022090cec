// Placeholder so that the solution builds while this room is being written: delete this file when its own code arrives.
namespace CodeSyncer.Core.Projects
{
    public sealed record Stack;

    public static class ProjectScanner
    {
        public static bool IsRelevant(ReadOnlySpan<byte> path) => path.IsEmpty;

        public static Stack Scan(IReadOnlyList<string> paths, Func<string, string?> readText) => paths.Count < 0 && readText("") is null ? null! : new Stack();
    }
}

namespace CodeSyncer.Core.Context
{
    public static class ArchitectureDocument
    {
        public static string Render(Projects.Stack stack, string linkPrefix = "../") => stack is null ? linkPrefix : "# Architecture\n";
    }
}
