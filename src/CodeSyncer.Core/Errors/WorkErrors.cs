namespace CodeSyncer.Core.Errors;

/// <summary>Error texts of saved work: what failed, the value, what to do.</summary>
public static class WorkErrors
{
    private const int MostListed = 5;

    public static CodeSyncerException Damaged(string id, string what) => new(ErrorKind.Internal, "DamagedSave",
        $"the save '{id}' cannot be read: {what}", "see the others with 'work list'");

    public static CodeSyncerException Nothing(string agent, string where) => new(ErrorKind.BadInput, "NothingSaved",
        $"nothing is saved for '{LedgerErrors.Shown(agent)}' {where}", "see all saves with 'work list --all'");

    public static CodeSyncerException Unknown(string id) => new(ErrorKind.BadInput, "UnknownSave",
        $"no save has the id '{LedgerErrors.Shown(id)}'", "see the ids with 'work list --all'; four of an id's digits are the fewest");

    public static CodeSyncerException Ambiguous(string id, IReadOnlyList<string> candidates) => new(ErrorKind.BadInput, "AmbiguousSave",
        $"'{LedgerErrors.Shown(id)}' may be any of {LedgerErrors.Listed(candidates)}", "give more of its digits");

    public static CodeSyncerException SeveralSaves(int count) => new(ErrorKind.BadInput, "SeveralSaves",
        $"a work tree can be restored to one save, and {count} are given", "choose one of them, or name none: then it is the newest that holds work which is gone");

    public static CodeSyncerException Busy(string tree) => new(ErrorKind.Conflict, "SaveBusy",
        $"another process saves or restores the work of '{tree}'", "wait for it, then run this again");

    public static CodeSyncerException InTheWay(IReadOnlyList<string> paths) => new(ErrorKind.Conflict, "UnsavedWork",
        $"the work tree holds work that restoring would overwrite: {Shown(paths)}", "commit or stash it first, or restore into another work tree with --to DIR");

    public static CodeSyncerException OperationInProgress(string operation) => new(ErrorKind.Conflict, "OperationInProgress",
        $"a {operation} is in progress here", "end it first, or restore into another work tree with --to DIR");

    public static CodeSyncerException IndexLocked(string file) => new(ErrorKind.Conflict, "IndexLocked",
        $"git is at work on the index: '{file}' is there", "wait for it; where no git runs any more, delete that file");

    public static CodeSyncerException OtherBranch(string? saved, string? here) => new(ErrorKind.Conflict, "OtherBranch",
        $"the save is of {Named(saved)}, and here is {Named(here)}", saved is null ? "restore it into another work tree with --to DIR" : $"'git switch {saved}' first, or restore into another work tree with --to DIR");

    public static CodeSyncerException MovedOn(string? branch, string head) => new(ErrorKind.Conflict, "MovedOn",
        $"{Named(branch)} has commits that the save, made at {head[..Math.Min(10, head.Length)]}, does not have", "restore it into another work tree with --to DIR");

    public static CodeSyncerException LostCommit(string head) => new(ErrorKind.Internal, "LostCommit",
        $"the commit {head} that the save was made at is neither here nor in the saved work", "fetch it from where it was pushed to, then run this again");

    public static CodeSyncerException TargetNotEmpty(string path) => new(ErrorKind.Conflict, "TargetNotEmpty",
        $"'{path}' is there already", "name a folder that does not exist or is empty");

    public static CodeSyncerException CannotSave(string tree, string what) => new(ErrorKind.Internal, "CannotSave",
        $"the work of '{tree}' could not be saved: {what}", "see 'codesyncer doctor'");

    private static string Named(string? branch) => branch is null ? "no branch (a detached HEAD)" : $"branch '{LedgerErrors.Shown(branch)}'";

    private static string Shown(IReadOnlyList<string> paths) =>
        string.Join(", ", paths.Take(MostListed).Select(path => $"'{LedgerErrors.Shown(path)}'")) + (paths.Count > MostListed ? $" and {paths.Count - MostListed} more" : "");
}
