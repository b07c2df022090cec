using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// Where a repository lives: found by reading <c>.git</c>, without starting git. Formats that only git itself can
/// read (reftable, split index...) are told by <see cref="UsesReftable"/> and by the readers of those files.
/// </summary>
public sealed class GitRepository
{
    private GitRepository(string? workTree, string gitDirectory, string commonDirectory)
    {
        WorkTree = workTree;
        GitDirectory = gitDirectory;
        CommonDirectory = commonDirectory;
        ReadFormats();
    }

    /// <summary>Root of the work tree; null in a bare repository.</summary>
    public string? WorkTree { get; }

    /// <summary>The git directory of this work tree (<c>.git</c>, or <c>.git/worktrees/NAME</c>).</summary>
    public string GitDirectory { get; }

    /// <summary>The directory that all work trees share.</summary>
    public string CommonDirectory { get; }

    /// <summary>Bytes of an object id: 20 (SHA-1) or 32 (SHA-256).</summary>
    public int HashSize { get; private set; } = 20;

    public bool UsesReftable { get; private set; }

    /// <summary>Objects may be absent here and fetched by git when asked for: we never ask.</summary>
    public bool IsPartialClone { get; private set; }

    /// <summary>Whether git looks at the bit that makes a file executable (<c>core.fileMode</c>).</summary>
    public bool TrustsFileMode { get; private set; } = !OperatingSystem.IsWindows();

    /// <summary>Where git keeps the objects of all work trees.</summary>
    public string ObjectsDirectory => Path.Combine(CommonDirectory, "objects");

    public bool IsLinkedWorkTree => GitDirectory != CommonDirectory;

    /// <summary>Name of the work tree in our own state: <c>main</c>, or git's name of the linked work tree behind a dot.</summary>
    public string WorkTreeName => IsLinkedWorkTree ? "." + Path.GetFileName(GitDirectory) : "main";

    public string IndexFile => Path.Combine(GitDirectory, "index");

    /// <summary>Git commands that run in this repository.</summary>
    public GitCommand Git(string? indexFile = null) => new(WorkTree ?? GitDirectory) { IndexFile = indexFile };

    /// <summary>Our own directory in the repository; it may not exist yet.</summary>
    public string OwnDirectory => Path.Combine(CommonDirectory, "codesyncer");

    /// <summary>The repository that <paramref name="path"/> (a file or a directory) is in.</summary>
    /// <exception cref="CodeSyncerException">There is none.</exception>
    public static GitRepository Discover(string path) =>
        TryDiscover(path) ?? throw ErrorTexts.NotARepository(path);

    public static GitRepository? TryDiscover(string path)
    {
        var full = Path.GetFullPath(path);
        for (var directory = Directory.Exists(full) ? full : Path.GetDirectoryName(full);
             directory is not null;
             directory = Path.GetDirectoryName(directory))
        {
            var dotGit = Path.Combine(directory, ".git");
            if (IsGitDirectory(dotGit))
                return new GitRepository(directory, dotGit, CommonDirectoryOf(dotGit));
            if (File.Exists(dotGit) && ReadGitFile(dotGit) is { } linked && IsGitDirectory(linked))
                return new GitRepository(directory, linked, CommonDirectoryOf(linked));
            if (IsGitDirectory(directory))
                return new GitRepository(null, directory, CommonDirectoryOf(directory));
        }

        return null;
    }

    /// <summary>
    /// The repository of a running git hook: <c>GIT_DIR</c> and <c>GIT_WORK_TREE</c> where git set them, else the
    /// current directory, which git puts at the top of the work tree.
    /// </summary>
    public static GitRepository? ForHook(string currentDirectory, string? gitDir, string? workTree)
    {
        if (string.IsNullOrEmpty(gitDir))
            return TryDiscover(currentDirectory);
        var directory = Path.GetFullPath(gitDir, currentDirectory);
        if (!IsGitDirectory(directory))
            return TryDiscover(currentDirectory);
        var found = TryDiscover(currentDirectory);
        if (found is not null && SamePath(found.GitDirectory, directory))
            return found;
        var root = string.IsNullOrEmpty(workTree) ? currentDirectory : Path.GetFullPath(workTree, currentDirectory);
        return new GitRepository(root, directory, CommonDirectoryOf(directory));
    }

    private static bool SamePath(string left, string right) =>
        string.Equals(Path.TrimEndingDirectorySeparator(left), Path.TrimEndingDirectorySeparator(right), PathComparison.ForThisSystem);

    private static bool IsGitDirectory(string directory) =>
        File.Exists(Path.Combine(directory, "HEAD"))
        && (Directory.Exists(Path.Combine(directory, "objects")) || File.Exists(Path.Combine(directory, "commondir")));

    private static string? ReadGitFile(string file)
    {
        const string mark = "gitdir:";
        var text = File.ReadAllText(file).Trim();
        return text.StartsWith(mark, StringComparison.Ordinal)
            ? Path.GetFullPath(text[mark.Length..].Trim(), Path.GetDirectoryName(file)!)
            : null;
    }

    private static string CommonDirectoryOf(string gitDirectory)
    {
        var file = Path.Combine(gitDirectory, "commondir");
        return File.Exists(file) ? Path.GetFullPath(File.ReadAllText(file).Trim(), gitDirectory) : gitDirectory;
    }

    /// <summary>Source of the keys: git's documentation, "repository-version". Few matter, and git writes them into this one file.</summary>
    private void ReadFormats()
    {
        var file = Path.Combine(CommonDirectory, "config");
        if (!File.Exists(file))
            return;
        var text = File.ReadAllText(file);
        foreach (var line in text.Split('\n'))
        {
            var setting = line.Replace(" ", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
            if (setting == "objectformat=sha256")
                HashSize = 32;
            else if (setting == "refstorage=reftable")
                UsesReftable = true;
            else if (setting == "filemode=false")
                TrustsFileMode = false;
            else if (setting == "promisor=true" || setting.StartsWith("partialclone=", StringComparison.Ordinal))
                IsPartialClone = true;
        }
    }
}
