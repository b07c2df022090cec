using CodeSyncer.Testing;
using CsCheck;

namespace CodeSyncer.Cli.Tests.Work;

/// <summary>One thing that is done to a work tree: what, to which path, with which content.</summary>
public sealed record Deed(DeedKind Kind, int Path, int Content);

/// <summary>What can be done to a work tree.</summary>
public enum DeedKind
{
    Edit, EditAndStage, StageThenEdit, Delete, DeleteStaged, Rename, MakeExecutable, Untracked, UntrackedFolder, Staged, Link, DanglingLink,
    FolderForFile, LinkForFolder, Announce, EditUnseen, EditSkipped, Binary, CarriageReturns, Ignored,
}

/// <summary>Random work trees in every state that git knows, and their likeness.</summary>
public static class WorkTreeScene
{
    private static readonly string[] Paths =
        ["a.txt", "dir/b.txt", "dir/sub/c.cs", "with space/d e.txt", "-dash.txt", "ünï/코드.md", "quote\"d'.txt", "new\nline.txt", "tab\there.txt", "x*?[y].txt", "run.sh", "dir2/z"];

    public static Gen<Deed[]> Deeds { get; } =
        Gen.Select(Gen.Enum<DeedKind>(), Gen.Int[0, Paths.Length - 1], Gen.Int[0, 5], (kind, path, content) => new Deed(kind, path, content)).Array[1, 14];

    public static void Fill(SandboxRepository repository)
    {
        foreach (var path in Paths)
            repository.Write(path, $"content of {path.Length}\nline\n");
        repository.Write(".gitignore", "*.log\n");
        repository.Commit("filled");
    }

    public static void Do(SandboxRepository repository, IEnumerable<Deed> deeds)
    {
        foreach (var deed in deeds)
            Do(repository, deed);
    }

    /// <summary>A merge that stops with conflicts.</summary>
    public static void Conflict(SandboxRepository repository)
    {
        repository.Git("switch", "-q", "-c", "other");
        repository.Write("a.txt", "theirs\n");
        File.Delete(repository.At("dir/b.txt"));
        repository.Commit("theirs");
        repository.Git("switch", "-q", "main");
        repository.Write("a.txt", "ours\n");
        repository.Write("dir/b.txt", "ours\n");
        repository.Commit("ours");
        Assert.NotEqual(0, repository.TryGit("merge", "other").ExitCode);
    }

    /// <summary>All that a save must bring back, as lines to compare. Folders without files are none for git.</summary>
    public static string Likeness(SandboxRepository repository)
    {
        var lines = new List<string>();
        foreach (var file in new DirectoryInfo(repository.Path).EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, ReturnSpecialDirectories = false }))
        {
            var path = Path.GetRelativePath(repository.Path, file.FullName).Replace('\\', '/');
            if (path == ".git" || path.StartsWith(".git/", StringComparison.Ordinal) || path.EndsWith(".log", StringComparison.Ordinal) || IsBehindLink(repository, path))
                continue;
            if (file.LinkTarget is { } target)
                lines.Add($"{path} -> {target}");
            else if (file is FileInfo)
                lines.Add($"{path} {(file.UnixFileMode & UnixFileMode.UserExecute) != 0} {Convert.ToHexString(File.ReadAllBytes(file.FullName))}");
        }

        lines.Sort(StringComparer.Ordinal);
        lines.Add(repository.Git("ls-files", "--stage", "-v", "-z").Replace('\0', '\n'));
        lines.Add(repository.Git("status", "--porcelain", "-z").Replace('\0', '\n'));
        lines.Add(repository.Git("rev-parse", "HEAD") + repository.TryGit("rev-parse", "-q", "--verify", "MERGE_HEAD").Output);
        return string.Join('\n', lines);
    }

    /// <summary>What a person or an agent can do to lose it all.</summary>
    public static void Destroy(SandboxRepository repository)
    {
        repository.TryGit("merge", "--abort");
        // Flags of the index would keep git from looking.
        File.Delete(repository.At(".git/index"));
        repository.Git("reset", "-q", "--hard");
        repository.Git("clean", "-qffdx");
        Assert.Equal("", repository.Git("status", "--porcelain"));
    }

    private static void Do(SandboxRepository repository, Deed deed)
    {
        var path = Paths[deed.Path];
        var content = string.Concat(Enumerable.Repeat($"line {deed.Content}\n", deed.Content + 1));
        var tracked = repository.TryGit("ls-files", "--error-unmatch", "--", $":(literal){path}").ExitCode == 0;
        switch (deed.Kind)
        {
            case DeedKind.Edit:
                TryWrite(repository, path, content);
                break;
            case DeedKind.EditAndStage:
                TryWrite(repository, path, content);
                Add(repository, path);
                break;
            case DeedKind.StageThenEdit:
                TryWrite(repository, path, content);
                Add(repository, path);
                TryWrite(repository, path, content + "later\n");
                break;
            case DeedKind.Delete:
                Remove(repository, path);
                break;
            case DeedKind.DeleteStaged:
                repository.TryGit("rm", "-q", "-f", "--", $":(literal){path}");
                break;
            case DeedKind.Rename:
                repository.TryGit("mv", "-f", "--", path, $"moved-{deed.Content}");
                break;
            case DeedKind.MakeExecutable when !OperatingSystem.IsWindows() && IsFile(repository, path):
                File.SetUnixFileMode(repository.At(path), (UnixFileMode)0b111_101_101);
                break;
            case DeedKind.Untracked:
                TryWrite(repository, $"untracked {deed.Content}", content);
                break;
            case DeedKind.UntrackedFolder:
                TryWrite(repository, $"folder {deed.Content}/deep/er/{deed.Path}", content);
                break;
            case DeedKind.Staged:
                TryWrite(repository, $"staged-{deed.Content}.txt", content);
                Add(repository, $"staged-{deed.Content}.txt");
                break;
            case DeedKind.Link:
                Remove(repository, path);
                TryLink(repository, path, "a.txt");
                break;
            case DeedKind.DanglingLink:
                TryLink(repository, $"dangling-{deed.Content}", "no/where");
                break;
            case DeedKind.FolderForFile:
                Remove(repository, path);
                TryWrite(repository, path + "/inner", content);
                break;
            case DeedKind.LinkForFolder when Directory.Exists(repository.At("dir")) && new DirectoryInfo(repository.At("dir")).LinkTarget is null:
                Directory.Delete(repository.At("dir"), recursive: true);
                TryLink(repository, "dir", "dir2");
                break;
            case DeedKind.Announce:
                TryWrite(repository, $"announced-{deed.Content}", content);
                repository.TryGit("add", "-N", "--", $"announced-{deed.Content}");
                break;
            case DeedKind.EditUnseen when tracked:
                repository.TryGit("update-index", "--assume-unchanged", "--", path);
                TryWrite(repository, path, "unseen\n");
                break;
            case DeedKind.EditSkipped when tracked:
                repository.TryGit("update-index", "--skip-worktree", "--", path);
                TryWrite(repository, path, "skipped\n");
                break;
            case DeedKind.Binary:
                TryWrite(repository, $"binary-{deed.Content}.bin", "\0\u00ff\r\n\r\n\0");
                break;
            case DeedKind.CarriageReturns:
                TryWrite(repository, path, content.Replace("\n", "\r\n", StringComparison.Ordinal) + "mixed\n");
                break;
            case DeedKind.Ignored:
                TryWrite(repository, "build.log", content);
                break;
        }
    }

    private static void Add(SandboxRepository repository, string path) => repository.TryGit("add", "-A", "--", $":(literal){path}");

    private static void TryWrite(SandboxRepository repository, string path, string content)
    {
        if (IsBehindLink(repository, path) || new FileInfo(repository.At(path)).LinkTarget is not null || Directory.Exists(repository.At(path)) || HasFileAbove(repository, path))
            return;
        repository.Write(path, content);
    }

    private static void TryLink(SandboxRepository repository, string path, string target)
    {
        if (Path.Exists(repository.At(path)) || new FileInfo(repository.At(path)).LinkTarget is not null || IsBehindLink(repository, path) || HasFileAbove(repository, path))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(repository.At(path))!);
        File.CreateSymbolicLink(repository.At(path), target);
    }

    private static void Remove(SandboxRepository repository, string path)
    {
        if (!IsBehindLink(repository, path) && (IsFile(repository, path) || new FileInfo(repository.At(path)).LinkTarget is not null))
            File.Delete(repository.At(path));
    }

    private static bool IsFile(SandboxRepository repository, string path) => new FileInfo(repository.At(path)) is { Exists: true, LinkTarget: null } && !IsBehindLink(repository, path);

    private static bool HasFileAbove(SandboxRepository repository, string path) => Above(path).Any(folder => File.Exists(repository.At(folder)));

    private static bool IsBehindLink(SandboxRepository repository, string path) => Above(path).Any(folder => new FileInfo(repository.At(folder)).LinkTarget is not null);

    private static IEnumerable<string> Above(string path)
    {
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
            yield return path[..end];
    }
}
