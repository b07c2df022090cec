namespace CodeSyncer.Core.Errors;

/// <summary>All error texts of the project: what failed, the value, what to do.</summary>
public static class ErrorTexts
{
    public static CodeSyncerException NotARepository(string path) => new(ErrorKind.NoRepository, "NotARepository",
        $"'{path}' is in no git repository", "run 'git init' there first, or name a repository with -C <path>");

    public static CodeSyncerException PathNotFound(string path) => new(ErrorKind.BadInput, "PathNotFound",
        $"'{path}' does not exist", "check the spelling; paths are relative to the current directory");

    public static CodeSyncerException GitFailed(string command, string reason) => new(ErrorKind.Internal, "GitFailed",
        $"'git {command}' failed: {reason}", "run that command by hand to see the whole answer of git");

    public static CodeSyncerException GitMissing(Exception inner) => new(ErrorKind.Internal, "GitMissing",
        "git could not be started", "install git 2.39 or later and put it on PATH", inner);

    public static CodeSyncerException FolderVanished(string path) => new(ErrorKind.NoRepository, "FolderVanished",
        $"'{path}' has vanished", "put it back, or go to a folder that is there");

    public static CodeSyncerException CannotWatch(string path, Exception inner) => new(ErrorKind.Internal, "CannotWatch",
        $"'{path}' cannot be watched ({inner.Message.TrimEnd('.')})", "raise what the system lets you watch (on Linux fs.inotify.max_user_instances and max_user_watches), or watch fewer repositories", inner);

    public static CodeSyncerException UnknownRevision(string revision) => new(ErrorKind.BadInput, "UnknownRevision",
        $"'{revision}' names no commit or tree here", "check it with 'git rev-parse --verify'");

    public static CodeSyncerException BrokenBlock(string file, string what) => new(ErrorKind.BadInput, "BrokenBlock",
        $"'{file}' holds {what} of codesyncer; it is left as it is", "take the marker lines out by hand, then run this again");

    public static CodeSyncerException BlockInUtf16(string file) => new(ErrorKind.BadInput, "BlockInUtf16",
        $"'{file}' is UTF-16; it is left as it is", "save it as UTF-8, then run this again");

    public static CodeSyncerException CannotWrite(string path, Exception inner) => new(ErrorKind.NoRepository, "CannotWrite",
        $"'{path}' cannot be written ({inner.Message.TrimEnd('.')}); nothing was changed", "give yourself write access there, then run this again", inner);

    public static CodeSyncerException CannotRead(string path, Exception inner) => new(ErrorKind.NoRepository, "CannotRead",
        $"'{path}' cannot be read ({inner.Message.TrimEnd('.')}); nothing was changed", "give yourself read access there, then run this again", inner);

    public static CodeSyncerException NoHome() => new(ErrorKind.BadInput, "NoHome",
        "there is no home directory to install the executable for you", "set HOME (on Windows LOCALAPPDATA) to a directory of yours");

    public static CodeSyncerException NoExecutable(string place) => new(ErrorKind.BadInput, "NoExecutable",
        $"there is no executable to install as '{place}': this build has none beside it",
        "build it once with 'dotnet build src/CodeSyncer.Cli -c Release', or use 'init --no-hooks'");

    public static CodeSyncerException BareRepository(string path) => new(ErrorKind.NoRepository, "BareRepository",
        $"'{path}' is a bare repository: there is no work tree to read or to write documents in",
        "name a clone with a work tree, or read a revision with --rev");

    public static CodeSyncerException RevisionNeedsTarget(string revision) => new(ErrorKind.BadInput, "RevisionNeedsTarget",
        $"documents of '{revision}' cannot stand in the work tree, which shows the work tree",
        "name a folder for them with --to DIR");

    public static CodeSyncerException OneRepositoryOnly(string option, string town) => new(ErrorKind.BadInput, "OneRepositoryOnly",
        $"'{option}' is for one repository, and '{town}' is a town",
        "run it in a rig");

    public static CodeSyncerException TargetIsAFile(string path) => new(ErrorKind.BadInput, "TargetIsAFile",
        $"'{path}' is a file, not a folder for documents", "name another folder with --to DIR");

    public static CodeSyncerException PathOutside(string path, string root) => new(ErrorKind.BadInput, "PathOutside",
        $"'{path}' is outside of the repository '{root}'", "name paths within it");

    public static CodeSyncerException PrivateAndShared() => new(ErrorKind.BadInput, "PrivateAndShared",
        "'--private' and '--shared' exclude each other", "choose one of them");

    public static CodeSyncerException BadConfiguration(string place, string message, string hint) =>
        new(ErrorKind.BadInput, "BadConfiguration", $"{place}: {message}", hint);

    public static CodeSyncerException StagedAndRevision(string revision) => new(ErrorKind.BadInput, "StagedAndRevision",
        $"what is staged and '{revision}' are two different trees", "use --staged or --rev, not both");
}
