namespace CodeSyncer.Core.Errors;

/// <summary>What questions about the past, or for a place, fail with.</summary>
public static class RecordErrors
{
    public static CodeSyncerException UnknownRevision(string revision) => new(ErrorKind.BadInput, "UnknownRevision",
        $"git knows no commit '{revision}' here", "name a branch, a tag or the id of a commit");

    public static CodeSyncerException NoDateNorRevision(string text) => new(ErrorKind.BadInput, "NoDateNorRevision",
        $"'{text}' is neither a date nor a commit that git knows here", "write a date as YYYY-MM-DD, or a branch, a tag or the id of a commit");

    public static CodeSyncerException BeforeHistory(string date, bool isShallow) => new(ErrorKind.BadInput, "BeforeHistory",
        $"no commit here is as old as '{date}'", isShallow ? "choose a later date, or fetch the older history ('git fetch --unshallow')" : "choose a later date");

    public static CodeSyncerException NoCommitYet(string path) => new(ErrorKind.BadInput, "NoCommitYet",
        $"'{path}' has no commit yet", "leave the date out to read the work tree");

    public static CodeSyncerException NoSuchPlace(string path) => new(ErrorKind.BadInput, "NoSuchPlace",
        $"there is no file or folder '{path}' in the repository", "name a path in the work tree, with ':LINE' behind it for one line");

    public static CodeSyncerException InNoRig(string path, IReadOnlyList<string> rigs) => new(ErrorKind.BadInput, "InNoRig",
        $"'{path}' is in no rig of this town", rigs.Count == 0 ? "add one with 'codesyncer rig add NAME URL-OR-PATH'" : $"name a rig, or a path in one: {string.Join(", ", rigs)}");

    public static CodeSyncerException NoSuchLine(string path, int line, int count) => new(ErrorKind.BadInput, "NoSuchLine",
        $"'{path}' has no line {line}", count == 1 ? "its only line is 1" : $"its lines are 1 to {count}");

    public static CodeSyncerException NothingToFind() => new(ErrorKind.BadInput, "NothingToFind",
        "there is no word to find", "name one or more words");

    public static CodeSyncerException UnknownItemKind(string kind, string? nearest, IEnumerable<string> known) => new(ErrorKind.BadInput, "UnknownItemKind",
        $"nothing here is of the kind '{kind}'", nearest is not null ? $"did you mean '{nearest}'?" : $"choose one of {string.Join(", ", known)}");
}
