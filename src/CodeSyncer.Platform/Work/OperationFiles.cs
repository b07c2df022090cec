using System.Text.RegularExpressions;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// Git's own files of an operation in progress, in the git directory of one work tree. Source of the names: git's
/// documentation of merge, rebase, cherry-pick, revert, am and bisect, and "gitrepository-layout".
/// </summary>
internal static partial class OperationFiles
{
    /// <summary>Bytes; git's own are lists and messages.</summary>
    private const int LargestFile = 16 << 20;

    private static readonly string[] Files =
    [
        "MERGE_HEAD", "MERGE_MSG", "MERGE_MODE", "AUTO_MERGE", "SQUASH_MSG", "CHERRY_PICK_HEAD", "REVERT_HEAD", "REBASE_HEAD",
        "BISECT_START", "BISECT_LOG", "BISECT_TERMS", "BISECT_NAMES", "BISECT_EXPECTED_REV", "BISECT_ANCESTORS_OK", "BISECT_FIRST_PARENT",
    ];

    private static readonly string[] Folders = ["rebase-merge", "rebase-apply", "sequencer", "refs/bisect", "refs/rewritten"];

    /// <summary>By path relative to the git directory, with <c>/</c>.</summary>
    public static SortedDictionary<string, byte[]> Read(GitRepository repository)
    {
        var found = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        // Git leaves a message of its last commit behind: it counts only while something is in progress.
        if (OperationInProgress.Of(repository) is null && !File.Exists(Path.Combine(repository.GitDirectory, "SQUASH_MSG")))
            return found;
        foreach (var name in Files)
            Add(found, repository.GitDirectory, name);
        foreach (var folder in Folders.Where(folder => Directory.Exists(Path.Combine(repository.GitDirectory, folder))))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(repository.GitDirectory, folder), "*", SearchOption.AllDirectories))
                Add(found, repository.GitDirectory, Path.GetRelativePath(repository.GitDirectory, file).Replace('\\', '/'));
        }

        return found;
    }

    /// <summary>The branch that a rebase or a bisect left, to come back to; null: none.</summary>
    public static string? BranchLeft(SortedDictionary<string, byte[]> files)
    {
        const string heads = "refs/heads/";
        foreach (var name in new[] { "rebase-merge/head-name", "rebase-apply/head-name" })
        {
            if (files.TryGetValue(name, out var content) && System.Text.Encoding.UTF8.GetString(content).Trim() is var left && left.StartsWith(heads, StringComparison.Ordinal))
                return left[heads.Length..];
        }

        return files.TryGetValue("BISECT_START", out var start) && System.Text.Encoding.UTF8.GetString(start).Trim() is { Length: > 0 } branch && !ObjectId().IsMatch(branch)
            ? branch
            : null;
    }

    /// <summary>The ids that stand in them: what they need to go on.</summary>
    public static IReadOnlyList<string> Ids(SortedDictionary<string, byte[]> files, int hashSize) =>
        [.. files.Values.SelectMany(content => ObjectId().Matches(System.Text.Encoding.UTF8.GetString(content)))
            .Select(match => match.Value).Where(id => id.Length == hashSize * 2 && id.AsSpan().ContainsAnyExcept('0')).Distinct()];

    /// <summary>Whether a path, read from a save, is one that <see cref="Read"/> gives.</summary>
    public static bool IsOne(string path) =>
        Files.Contains(path) || (Folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal)) && !path.Split('/').Any(part => part is ".." or "." or ""));

    private static void Add(SortedDictionary<string, byte[]> found, string gitDirectory, string name)
    {
        try
        {
            var path = Path.Combine(gitDirectory, name);
            if (FileLook.At(path) is { Kind: FileKind.File, Size: <= LargestFile })
                found[name] = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            // The operation went on meanwhile.
        }
    }

    [GeneratedRegex(@"\b(?:[0-9a-f]{64}|[0-9a-f]{40})\b")]
    private static partial Regex ObjectId();
}
