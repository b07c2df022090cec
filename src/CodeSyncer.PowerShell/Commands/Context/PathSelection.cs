using System.Management.Automation;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.PowerShell.Commands.Context;

/// <summary>The files that a user's paths mean: a file, a folder with all below it, or PowerShell's wildcards.</summary>
internal sealed class PathSelection
{
    private readonly List<Func<string, bool>> _each = [];

    /// <param name="root">Root of the repository.</param>
    /// <param name="paths">Absolute paths; none: everything.</param>
    public PathSelection(string root, IEnumerable<string> paths, bool literal)
    {
        foreach (var path in paths)
        {
            var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative))
                throw ErrorTexts.PathOutside(path, root);
            _each.Add(literal || !WildcardPattern.ContainsWildcardCharacters(relative) ? Literal(relative) : Wildcard(relative));
        }
    }

    public bool Holds(string file) => _each.Count == 0 || _each.Any(holds => holds(file));

    private static Func<string, bool> Literal(string path)
    {
        var compare = PathComparison.ForThisSystem;
        return file => path == "." || file.Equals(path, compare) || file.StartsWith(path + "/", compare);
    }

    private static Func<string, bool> Wildcard(string path)
    {
        var options = PathComparison.ForThisSystem == StringComparison.Ordinal ? WildcardOptions.None : WildcardOptions.IgnoreCase;
        var itself = new WildcardPattern(path, options);
        var below = new WildcardPattern(path + "/*", options);
        return file => itself.IsMatch(file) || below.IsMatch(file);
    }
}
