using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Town;

/// <summary>Finds the repositories of a folder, each once: what is in a repository (submodules, vendored clones) is its own matter, and links are not followed.</summary>
public static class FolderClones
{
    /// <summary>As deep as people sort their clones: <c>company/product/api</c>.</summary>
    private const int MostLevels = 3;

    private static readonly string[] Skipped = ["node_modules", "vendor", "bin", "obj", "target"];

    /// <param name="taken">Names that are in use.</param>
    public static IReadOnlyList<FolderClone> In(string folder, IReadOnlyCollection<string> taken)
    {
        var found = new List<(string Path, GitRepository Repository)>();
        Look(folder, 0, found);
        var clones = new List<FolderClone>();
        var names = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        // A clone itself before its work trees, so that none is counted twice.
        var seen = found.Where(one => !one.Repository.IsLinkedWorkTree).Select(one => RealPath.Of(one.Repository.CommonDirectory)).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, repository) in found.OrderBy(one => one.Path, StringComparer.Ordinal))
        {
            var refusal = !repository.IsLinkedWorkTree ? null
                : seen.Contains(RealPath.Of(repository.CommonDirectory)) ? "a work tree of another clone here" : "a work tree of a clone elsewhere: adopt that one with 'rig add'";
            clones.Add(new FolderClone(refusal is null ? NameOf(folder, path, names) : "", path, refusal));
        }

        return clones;
    }

    private static void Look(string folder, int level, List<(string, GitRepository)> found)
    {
        IEnumerable<DirectoryInfo> inside;
        try
        {
            inside = [.. new DirectoryInfo(folder).EnumerateDirectories().Where(one => (one.Attributes & FileAttributes.ReparsePoint) == 0 && one.Name[0] != '.' && !Skipped.Contains(one.Name, StringComparer.OrdinalIgnoreCase)).OrderBy(one => one.Name, StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be read holds nothing for us.
            return;
        }

        foreach (var one in inside)
        {
            if (Path.Exists(Path.Combine(one.FullName, ".git")) && GitRepository.TryDiscover(one.FullName) is { WorkTree: { } root } repository && RealPath.Of(root) == RealPath.Of(one.FullName))
                found.Add((RealPath.Of(one.FullName), repository));
            else if (level + 1 < MostLevels)
                Look(one.FullName, level + 1, found);
        }
    }

    /// <summary>The folder's name as one of a rig; with its parents' before it where another one has it.</summary>
    private static string NameOf(string root, string path, HashSet<string> names)
    {
        var parts = Path.GetRelativePath(RealPath.Of(root), path).Split(Path.DirectorySeparatorChar);
        for (var count = 1; count <= parts.Length; count++)
        {
            var name = Clean(string.Join('-', parts[^count..]));
            if (names.Add(name))
                return name;
        }

        for (var number = 2; ; number++)
        {
            var name = $"{Clean(parts[^1])}-{number}";
            if (names.Add(name))
                return name;
        }
    }

    private static string Clean(string text)
    {
        var name = string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-')).Trim('-', '_', '.');
        name = name.Length > TownName.MaxLength ? name[..TownName.MaxLength].TrimEnd('-', '_', '.') : name;
        return TownName.IsGood(name) ? name : TownName.IsGood($"rig-{name}") ? $"rig-{name}" : "rig";
    }
}
