namespace CodeSyncer.Core.Errors;

/// <summary>Error texts of the ledger: what failed, the value, what to do.</summary>
public static class LedgerErrors
{
    /// <summary>Longer values are cut: they come from outside and say no more.</summary>
    private const int LongestShown = 80;

    private const int MostCandidates = 10;

    public static CodeSyncerException BadId(string id) => new(ErrorKind.BadInput, "BadId",
        $"'{Shown(id)}' is no id", "an id has letters, digits, '.', '_' and '-' only, begins with a letter or digit and has at most 200 characters");

    public static CodeSyncerException UnknownBead(string part) => new(ErrorKind.BadInput, "UnknownBead",
        $"there is no bead '{Shown(part)}'", "see the ids with 'bead list'; closed ones with '--status closed'");

    public static CodeSyncerException AmbiguousBead(string part, IReadOnlyList<string> candidates) => new(ErrorKind.BadInput, "AmbiguousBead",
        $"'{Shown(part)}' may be any of {candidates.Count} beads: {Listed(candidates)}", "name one of them in full");

    public static CodeSyncerException DeletedBead(string id) => new(ErrorKind.BadInput, "DeletedBead",
        $"bead '{id}' is deleted", "create a new one for what is left to do");

    public static CodeSyncerException TakenId(string id) => new(ErrorKind.BadInput, "TakenId",
        $"there is a bead '{id}' already (deleted ones keep their ids)", "choose another id, or leave it out to get a new one");

    public static CodeSyncerException BadTitle(string title) => new(ErrorKind.BadInput, "BadTitle",
        $"'{Shown(title)}' is no title", "a title has 1 to 500 bytes of text in one line; put the rest into the description");

    public static CodeSyncerException BadValue(string field, string value, string wanted) => new(ErrorKind.BadInput, "BadValue",
        $"'{Shown(value)}' is no {field}", wanted);

    public static CodeSyncerException UnknownField(string field, string? nearest) => new(ErrorKind.BadInput, "UnknownField",
        $"a bead has no field '{Shown(field)}'", nearest is null ? "see the fields with 'bead show --json'" : $"did you mean '{nearest}'?");

    public static CodeSyncerException FixedField(string field, string instead) => new(ErrorKind.BadInput, "FixedField",
        $"the field '{field}' is not set by hand", instead);

    public static CodeSyncerException HeldBead(string id, string holder, string? workTree, string since) => new(ErrorKind.Conflict, "HeldBead",
        $"bead '{id}' is held by '{Shown(holder)}'{(string.IsNullOrEmpty(workTree) ? "" : $" in work tree '{Shown(workTree)}'")} since {since}",
        "take another one with 'bead ready --claim', or ask the holder to release it");

    public static CodeSyncerException NotClaimable(string id, string status) => new(ErrorKind.BadInput, "NotClaimable",
        $"bead '{id}' is {Shown(status)}", status == "closed" ? $"open it first with 'bead reopen {id}'" : $"open it first with 'bead update {id} --status open'");

    public static CodeSyncerException SelfDependency(string id) => new(ErrorKind.BadInput, "SelfDependency",
        $"bead '{id}' cannot depend on itself", "name another bead");

    /// <param name="cycle">From the bead back to itself, each depending on the next.</param>
    public static CodeSyncerException DependencyCycle(IReadOnlyList<string> cycle) => new(ErrorKind.BadInput, "DependencyCycle",
        $"that would close a cycle: {string.Join(" -> ", cycle.Count <= 12 ? cycle : [.. cycle.Take(6), "...", .. cycle.TakeLast(5)])}",
        "remove one of these dependencies first, or use a type that does not block, such as 'related'");

    public static CodeSyncerException UnknownDependency(string from, string type, string to) => new(ErrorKind.BadInput, "UnknownDependency",
        $"bead '{from}' has no dependency '{Shown(type)}:{Shown(to)}'", $"see what it has with 'bead show {from}'");

    public static CodeSyncerException SecondParent(string id, string parent) => new(ErrorKind.BadInput, "SecondParent",
        $"bead '{id}' is a child of '{Shown(parent)}' already", $"move it with 'bead update {id} --parent ID'");

    public static CodeSyncerException BrokenItem(string path, string what) => new(ErrorKind.BadInput, "BrokenItem",
        $"'{path}' of the ledger cannot be read: {what}", "see everything that is broken with 'ledger verify'");

    public static CodeSyncerException NotALedger(string directory, string commit) => new(ErrorKind.Internal, "NotALedger",
        $"'{directory}' stands at {commit[..8]}, which is no commit of a ledger", "set its branch 'main' back with 'git update-ref'; 'git reflog' and 'git fsck' there help to find it");

    public static CodeSyncerException DamagedLedger(string directory, string what) => new(ErrorKind.Internal, "DamagedLedger",
        $"the ledger '{directory}' is damaged: {what}", "move it away and run 'ledger sync' to take the remote's, or mend it with git");

    public static CodeSyncerException NewerLedger(string directory, long version) => new(ErrorKind.BadInput, "NewerLedger",
        $"the ledger '{directory}' has version {version}, which is newer than this program", "install a newer CodeSyncer.Tools");

    public static CodeSyncerException MovedLedger(string directory) => new(ErrorKind.Conflict, "MovedLedger",
        $"the branch of '{directory}' was moved by another program meanwhile; nothing was changed", "run this again");

    public static CodeSyncerException Locked(string path) => new(ErrorKind.Conflict, "LedgerLocked",
        $"'{path}' was held by another process for a minute; nothing was changed", "run this again; if it stays so, look for a process that is stopped");

    public static CodeSyncerException UnknownRemote(string name) => new(ErrorKind.BadInput, "UnknownRemote",
        $"this repository has no remote '{Shown(name)}'", "see them with 'git remote -v', or give an address");

    public static CodeSyncerException NoRemote() => new(ErrorKind.BadInput, "NoRemote",
        "this repository has no remote to sync with", "add one with 'git remote add', or give an address: a bare repository in a directory will do");

    public static CodeSyncerException RemoteRefused(string remote, string what, string reason) => new(ErrorKind.Conflict, "RemoteRefused",
        $"git could not {what} '{Shown(remote)}': {Shown(reason)}", "what is here is untouched; put that right and run this again");

    public static CodeSyncerException RemoteMoves(string remote) => new(ErrorKind.Conflict, "RemoteMoves",
        $"others wrote to '{Shown(remote)}' faster than we could; what is here holds theirs as far as it was read", "run this again");

    public static CodeSyncerException TitleOrFile() => new(ErrorKind.BadInput, "TitleOrFile",
        "a title or --file is wanted, and not both", "write 'bead create \"what is to be done\"', or --file with a JSONL file or a Markdown checklist");

    public static CodeSyncerException SeveralRepositories(IReadOnlyList<string> places) => new(ErrorKind.BadInput, "SeveralRepositories",
        $"these beads are of {places.Count} repositories: {Listed(places)}", "a convoy holds beads of one ledger: make one for each repository");

    public static CodeSyncerException NobodyActs() => new(ErrorKind.BadInput, "NobodyActs",
        "nobody says who acts: there is neither --agent nor CODESYNCER_AGENT, and git knows no user.name", "set one of them, for example with 'git config user.name NAME'");

    public static CodeSyncerException BadAgentName(string name) => new(ErrorKind.BadInput, "BadAgentName",
        $"'{Shown(name)}' is no name of an agent", "a name has 1 to 200 characters and no control characters");

    /// <param name="problems">Each with its line number; nothing of the file was taken.</param>
    public static CodeSyncerException BrokenImport(string source, IReadOnlyList<string> problems) => new(ErrorKind.BadInput, "BrokenImport",
        $"'{source}' is not imported: {string.Join("; ", problems.Take(MostCandidates))}{(problems.Count > MostCandidates ? $"; and {problems.Count - MostCandidates} more" : "")}",
        "mend these lines, then import it again; nothing was changed");

    internal static string Listed(IReadOnlyList<string> candidates) =>
        string.Join(", ", candidates.Take(MostCandidates)) + (candidates.Count > MostCandidates ? ", ..." : "");

    internal static string Shown(string value) => value.Length <= LongestShown ? value : value[..LongestShown] + "...";
}
