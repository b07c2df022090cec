using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Town;

/// <summary>
/// Finds the repositories of a folder, each once. What is in a repository (submodules, vendored clones) is its own matter, and links are not followed; what
/// is seen and can be no rig is named with the reason.
/// </summary>
public static class FolderClones
{
    /// <summary>As deep as people sort their clones: <c>company/product/api</c>.</summary>
    public const int MostLevels = 3;

    /// <summary>A clone that stands deeper is named, down to here.</summary>
    private const int SeenLevels = 6;

    /// <summary>Folders that are opened below the levels that count: a folder may hold more than clones.</summary>
    private const int MostDeepFolders = 2000;

    private static readonly string[] Skipped = ["node_modules", "vendor", "bin", "obj", "target"];

    /// <param name="taken">Names that are in use.</param>
    public static IReadOnlyList<FolderClone> In(string folder, IReadOnlyCollection<string> taken)
    {
        var found = new List<FoundClone>();
        var deep = MostDeepFolders;
        Look(folder, 0, null, found, ref deep);
        var clones = new List<FolderClone>();
        var names = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        // A clone itself before its work trees, so that none is counted twice.
        var seen = found.Where(one => one.Refusal is null && one.Repository is { IsLinkedWorkTree: false }).Select(one => RealPath.Of(one.Repository!.CommonDirectory)).ToHashSet(StringComparer.Ordinal);
        // Of two that are called alike the one that stands higher keeps the plain name.
        foreach (var one in found.OrderBy(one => one.Path.Count(sign => sign == Path.DirectorySeparatorChar)).ThenBy(one => one.Path, StringComparer.Ordinal))
        {
            var isHere = one.Repository is not null && seen.Contains(RealPath.Of(one.Repository.CommonDirectory));
            var refusal = one.Repository is { IsLinkedWorkTree: true } ? isHere ? "a work tree of another clone here" : "a work tree of a clone elsewhere: adopt that one with 'rig add'"
                : one.IsLink && isHere ? "a link to another clone here" : one.Refusal;
            clones.Add(new FolderClone(refusal is null ? NameOf(folder, one.Path, names) : "", one.Path, refusal));
        }

        return clones;
    }

    /// <param name="within">The clone that the folder is in; null: none.</param>
    private static void Look(string folder, int level, string? within, List<FoundClone> found, ref int deep)
    {
        foreach (var one in Folders(folder))
        {
            if ((one.Attributes & FileAttributes.ReparsePoint) != 0)
            {
                if (Try(one.FullName) is { WorkTree: { } top } behind && RealPath.Of(top) == RealPath.Of(one.FullName))
                    found.Add(new FoundClone(one.FullName, behind, "a link, and links are not followed: adopt what it leads to with 'rig add'", IsLink: true));
                continue;
            }

            var hasGit = Path.Exists(Path.Combine(one.FullName, ".git"));
            if (one.Name[0] == '.' || Skipped.Contains(one.Name, StringComparer.OrdinalIgnoreCase))
            {
                if (hasGit && within is null)
                    found.Add(new FoundClone(one.FullName, Try(one.FullName), $"folders called '{one.Name}' are not looked into: adopt it with 'rig add'"));
                continue;
            }

            var repository = Try(one.FullName);
            if (hasGit && repository?.WorkTree is { } root && RealPath.Of(root) == RealPath.Of(one.FullName))
            {
                if (within is null)
                    found.Add(new FoundClone(one.FullName, repository, level < MostLevels ? null : $"deeper than {MostLevels} levels: adopt it with 'rig add'"));
                else if (!IsSubmodule(repository))
                    found.Add(new FoundClone(one.FullName, repository, $"in the clone '{Path.GetFileName(within)}': adopt it with 'rig add'"));
                if (level + 1 < MostLevels)
                    Look(one.FullName, level + 1, one.FullName, found, ref deep);
            }
            else if (hasGit)
            {
                found.Add(new FoundClone(one.FullName, null, "its .git is broken: 'git status' there says how"));
            }
            else if (within is null && repository is { WorkTree: null } && RealPath.Of(repository.GitDirectory) == RealPath.Of(one.FullName))
            {
                found.Add(new FoundClone(one.FullName, null, "a bare repository, without a work tree: clone it"));
            }
            else if (level + 1 < MostLevels || (within is null && level + 1 < SeenLevels && --deep > 0))
            {
                Look(one.FullName, level + 1, within, found, ref deep);
            }
        }
    }

    private static IEnumerable<DirectoryInfo> Folders(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateDirectories().Where(one => one.Name is not (".git" or TownLayout.Folder)).OrderBy(one => one.Name, StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be read holds nothing for us.
            return [];
        }
    }

    /// <summary>Its git directory is in that of the clone around it: it is a part of that.</summary>
    private static bool IsSubmodule(GitRepository repository) =>
        repository.CommonDirectory.Contains($"{Path.DirectorySeparatorChar}modules{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !RealPath.IsWithin(RealPath.Of(repository.CommonDirectory), RealPath.Of(repository.WorkTree!));

    private static GitRepository? Try(string path)
    {
        try
        {
            return GitRepository.TryDiscover(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A .git that cannot be read, or that leads in a circle.
            return null;
        }
    }

    /// <summary>The folder's name as one of a rig; with its parents' before it where another one has it.</summary>
    private static string NameOf(string root, string path, HashSet<string> names)
    {
        var parts = Path.GetRelativePath(RealPath.Of(root), path).Split(Path.DirectorySeparatorChar);
        for (var count = 1; count <= parts.Length; count++)
        {
            var name = Clean(string.Join('-', parts[^count..]), TownName.MaxBytes);
            if (names.Add(name))
                return name;
        }

        for (var number = 2; ; number++)
        {
            var name = $"{Clean(parts[^1], TownName.MaxBytes - 5)}-{number}";
            if (names.Add(name))
                return name;
        }
    }

    private static string Clean(string text, int most) => TownName.Of(text, most) ?? TownName.Of($"rig-{text}", most) ?? "rig";

    private sealed record FoundClone(string Path, GitRepository? Repository, string? Refusal, bool IsLink = false);
}
