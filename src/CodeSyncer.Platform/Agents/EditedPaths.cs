using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Agents;

/// <summary>The files of the repository that a tool edits: relative to the root, links and <c>..</c> resolved.</summary>
internal sealed class EditedPaths
{
    private readonly Workspace _workspace;

    public EditedPaths(Workspace workspace, AgentEvent reported)
    {
        _workspace = workspace;
        var root = RealPath.Of(workspace.Root);
        var others = WorkTrees.Others(workspace.Repository).Select(RealPath.Of).ToList();
        InOtherTrees = others.Count == 0 ? [] : [.. reported.Edits.SelectMany(path => others.Select(other => Relative(other, path, reported.Directory ?? root))).OfType<string>().Distinct(StringComparer.Ordinal)];
        InRepository = [.. reported.Edits.Select(path => Relative(root, path, reported.Directory ?? root)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> InRepository { get; }

    /// <summary>Files of other work trees of the repository, each relative to its own root.</summary>
    private IReadOnlyList<string> InOtherTrees { get; }

    /// <summary>Why one of them must not be edited; null: all may be.</summary>
    public string? Refusal()
    {
        if (_workspace.Settings.ProtectedPaths.Count == 0)
            return null;
        var paths = new ProtectedPaths(_workspace.Settings.ProtectedPaths, ignoreCase: !OperatingSystem.IsLinux());
        foreach (var path in InRepository.Concat(InOtherTrees))
        {
            if (paths.Of(path) is { } found)
                return $"'{path}' is protected ({found.Glob} in the configuration of this repository){(found.Reason is null ? "" : $": {found.Reason.TrimEnd('.')}")}. Do not edit it; tell the person what you wanted to change there.";
        }

        return null;
    }

    private static string? Relative(string root, string path, string directory)
    {
        string real;
        try
        {
            real = Path.GetFullPath(path, directory);
            real = RealPath.Of(real);
        }
        catch (IOException)
        {
            // Links in a circle: the path as it is written counts.
            real = Path.GetFullPath(path, directory);
        }
        catch (ArgumentException)
        {
            return null;
        }

        return RealPath.IsWithin(real, root) && real.Length > root.Length ? Path.GetRelativePath(root, real).Replace('\\', '/') : null;
    }
}
