namespace CodeSyncer.Core.Errors;

/// <summary>What questions about the past, or for a place, fail with.</summary>
public static class RecordErrors
{
    public static CodeSyncerException UnknownRevision(string revision) => new(ErrorKind.BadInput, "UnknownRevision",
        $"git knows no commit '{revision}' here", "name a branch, a tag or the id of a commit");

    public static CodeSyncerException NoDateNorRevision(string text) => new(ErrorKind.BadInput, "NoDateNorRevision",
        $"'{text}' is neither a date nor a commit that git knows here", "write a date as YYYY-MM-DD, or a branch, a tag or the id of a commit");

    public static CodeSyncerException BeforeHistory(string date) => new(ErrorKind.BadInput, "BeforeHistory",
        $"no commit here is as old as '{date}'", "choose a later date, or fetch the older history ('git fetch --unshallow')");

    public static CodeSyncerException NoSuchPlace(string path) => new(ErrorKind.BadInput, "NoSuchPlace",
        $"there is no file or folder '{path}' in the repository", "name a path in the work tree, with ':LINE' behind it for one line");

    public static CodeSyncerException NoSuchLine(string path, int line, int count) => new(ErrorKind.BadInput, "NoSuchLine",
        $"'{path}' has no line {line}", count == 1 ? "its only line is 1" : $"its lines are 1 to {count}");

    public static CodeSyncerException NothingToFind() => new(ErrorKind.BadInput, "NothingToFind",
        "there is no word to find", "name one or more words");
}
