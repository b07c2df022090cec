namespace CodeSyncer.Core.Errors;

/// <summary>Error texts of towns: what failed, the value, what to do.</summary>
public static class TownErrors
{
    public static CodeSyncerException BadName(string what, string name, string reason) => new(ErrorKind.BadInput, "BadTownName",
        $"'{name}' cannot be the name of a {what}: {reason}", "use letters, digits, '-', '_' and '.', such as 'api' or 'web-2'");

    public static CodeSyncerException NoTown(string path) => new(ErrorKind.NoRepository, "NoTown",
        $"'{path}' is in no town", "make one with 'codesyncer town new FOLDER', or name one with -C <path>");

    public static CodeSyncerException TownIsGone(string town, string repository) => new(ErrorKind.NoRepository, "TownIsGone",
        $"'{repository}' is a rig of the town '{town}', which is not there", "bring the town back, or run 'codesyncer rig leave' in the repository");

    public static CodeSyncerException RigVanished(string rig, string problem) => new(ErrorKind.NoRepository, "RigVanished",
        $"it has vanished: {problem}", rig.Length == 0 ? "put it back, and it is followed again" : "put it back, and it is followed again, or take it out with 'codesyncer rig remove'");

    public static CodeSyncerException TownInRepository(string path, string repository) => new(ErrorKind.BadInput, "TownInRepository",
        $"'{path}' is in the git repository '{repository}': a town stands in none", "choose a folder outside of every repository");

    public static CodeSyncerException NoTownYet(string path, IEnumerable<string> clones) => new(ErrorKind.NoRepository, "NoTownYet",
        $"'{path}' is in no git repository; it holds clones ({string.Join(", ", clones)}), and is no town yet", "make a town of them with 'codesyncer init' there, or go to one of them");

    /// <param name="seen">What stands there and can be no rig, with the reason.</param>
    public static CodeSyncerException NoClones(string path, int levels, IReadOnlyList<string> seen) => new(ErrorKind.NoRepository, "NoClones",
        seen.Count == 0 ? $"there is no git repository at '{path}', nor in the folders down to {levels} levels below it" : $"nothing at '{path}' can be a rig: {string.Join("; ", seen)}",
        "go to a clone, or to the folder that holds your clones");

    public static CodeSyncerException HomeIsNoTown(string path) => new(ErrorKind.NoRepository, "HomeIsNoTown",
        $"'{path}' is a home directory or the root of a drive, and is never taken for a folder of clones: it holds whatever a person ever cloned",
        "go to a clone, or to a folder that holds the clones of one product");

    public static CodeSyncerException TownInTown(string path, string town) => new(ErrorKind.BadInput, "TownInTown",
        $"'{path}' is in the town '{town}' already", "add rigs to that town, or choose another folder");

    public static CodeSyncerException BadSettings(string place, string message, string hint) => new(ErrorKind.BadInput, "BadTownSettings", $"{place}: {message}", hint);

    public static CodeSyncerException UnknownRig(string name, string? nearest, IEnumerable<string> known) => new(ErrorKind.BadInput, "UnknownRig",
        $"there is no rig '{name}'", nearest is not null ? $"did you mean '{nearest}'?"
            : known.Any() ? $"rigs here are {string.Join(", ", known)}" : "add one with 'codesyncer rig add NAME URL-OR-PATH'");

    public static CodeSyncerException RigExists(string name) => new(ErrorKind.Conflict, "RigExists",
        $"there is a rig '{name}' already", "choose another name, or remove that one with 'codesyncer rig remove'");

    public static CodeSyncerException FolderTaken(string path) => new(ErrorKind.Conflict, "FolderTaken",
        $"'{path}' is there already and is not empty", "choose another name, or adopt it by its path if it is a clone");

    public static CodeSyncerException AlreadyRig(string path, string town) => new(ErrorKind.Conflict, "AlreadyRig",
        $"'{path}' is a rig of the town '{town}' already", "remove it there first with 'codesyncer rig remove'");

    public static CodeSyncerException CannotClone(string url, string reason) => new(ErrorKind.BadInput, "CannotClone",
        $"'{url}' cannot be cloned ({reason}); nothing was left behind", "check the address with 'git ls-remote'");

    public static CodeSyncerException RigBusy(string rig, IEnumerable<string> reasons) => new(ErrorKind.Conflict, "RigBusy",
        $"rig '{rig}' still holds work: {string.Join("; ", reasons)}", "land or drop that work first");

    public static CodeSyncerException NeedsRig(IEnumerable<string> rigs) => new(ErrorKind.BadInput, "NeedsRig",
        "which rig is not said", $"name one of {string.Join(", ", rigs)}");

    public static CodeSyncerException CrewExists(string address) => new(ErrorKind.Conflict, "CrewExists", $"'{address}' is there already", "choose another name");

    public static CodeSyncerException UnknownAgent(string name, string? nearest) => new(ErrorKind.BadInput, "UnknownTownAgent",
        $"there is no agent '{name}' in this town", nearest is null ? "see them with 'codesyncer polecat list' and 'codesyncer crew list'" : $"did you mean '{nearest}'?");

    public static CodeSyncerException UnknownProgram(string name, string? nearest, IEnumerable<string> known) => new(ErrorKind.BadInput, "UnknownProgram",
        $"'{name}' is no agent that can be started", nearest is not null ? $"did you mean '{nearest}'?" : $"known are {string.Join(", ", known)}; others go under 'agents' in town.yml");

    public static CodeSyncerException ProgramMissing(string program) => new(ErrorKind.BadInput, "ProgramMissing",
        $"'{program}' is not on PATH; nothing was started", "install it, or name its path under 'agents' in town.yml");

    public static CodeSyncerException AgentBusy(string agent, string bead) => new(ErrorKind.Conflict, "AgentBusy",
        $"'{agent}' holds bead '{bead}'", "wait until it is done, or leave the choice of the agent to the town");

    public static CodeSyncerException BeadBlocked(string id, IEnumerable<string> blockers) => new(ErrorKind.BadInput, "BeadBlocked",
        $"bead '{id}' is blocked by {string.Join(", ", blockers)}", "sling that first, or add --when-ready to have this one started by itself");

    public static CodeSyncerException BeadAside(string id, string state) => new(ErrorKind.BadInput, "BeadAside",
        $"bead '{id}' is {state}", $"open it first with 'bead update {id} --status open'");

    public static CodeSyncerException ForeignBead(string id, string rig, string wanted) => new(ErrorKind.BadInput, "ForeignBead",
        $"bead '{id}' belongs to rig '{rig}', not to '{wanted}'", $"sling it to '{rig}', or move it with 'bead update {id} --rig {wanted}'");

    public static CodeSyncerException StaleGeneration(string agent, string bead) => new(ErrorKind.Conflict, "StaleGeneration",
        $"'{agent}' was started anew since: this session no longer holds bead '{bead}'", "stop here; what you changed was saved for your successor");

    public static CodeSyncerException NothingHeld(string agent) => new(ErrorKind.BadInput, "NothingHeld",
        $"'{agent}' holds no bead", "claim one with 'bead claim', or have one slung to you");

    public static CodeSyncerException NotYourTree(string agent, string path) => new(ErrorKind.BadInput, "NotYourTree",
        $"'{path}' is not the work tree of '{agent}'", "run it where your work is");

    public static CodeSyncerException InOperation(string operation) => new(ErrorKind.Conflict, "OperationInProgress",
        $"a {operation} is in progress", $"conclude it, or take it back with 'git {operation} --abort', then say done again");

    public static CodeSyncerException WrongBranch(string branch, string wanted) => new(ErrorKind.Conflict, "WrongBranch",
        $"the work tree is on '{branch}', the bead's branch is '{wanted}'", $"put the work on it with 'git switch {wanted}', then say done again");

    public static CodeSyncerException StillUnsafe(string what, IEnumerable<string> reasons) => new(ErrorKind.Conflict, "StillUnsafe",
        $"'{what}' is not removed: {string.Join("; ", reasons)}", "land it, or add --force: then everything is saved first and the branch stays");

    public static CodeSyncerException AgentAlive(string agent) => new(ErrorKind.Conflict, "AgentAlive",
        $"'{agent}' is at work", "stop it first with 'codesyncer polecat stop'");

    public static CodeSyncerException TownStopped() => new(ErrorKind.Conflict, "TownStopped",
        "the town is stopped: nothing is started", "start it again with 'codesyncer town start'");

    public static CodeSyncerException SpawnFailed(string agent, string reason) => new(ErrorKind.Internal, "SpawnFailed",
        $"'{agent}' could not be started ({reason}); its bead is free again", "mend that, then sling it again");

    public static CodeSyncerException HubFailed(string rig, string reason) => new(ErrorKind.Internal, "HubFailed",
        $"the hub of rig '{rig}' cannot be used: {reason}", "see 'codesyncer town status', and git's own words with 'git fetch' in its folder");

    public static CodeSyncerException Busy(string what) => new(ErrorKind.Conflict, "TownBusy",
        $"another process has worked on {what} for too long", "wait for it, then run this again");

    public static CodeSyncerException BadSeverity(string severity, IEnumerable<string> known) => new(ErrorKind.BadInput, "BadSeverity",
        $"'{severity}' is no severity", $"choose one of {string.Join(", ", known)}");

    public static CodeSyncerException NoEscalation(string id) => new(ErrorKind.BadInput, "NoEscalation",
        $"there is no escalation '{id}'", "see them with 'codesyncer escalate list'");

    public static CodeSyncerException AlreadySupervised(string town) => new(ErrorKind.Conflict, "AlreadySupervised",
        $"another process supervises '{town}' already", "look on with 'codesyncer town watch --look'");

    public static CodeSyncerException NothingToLand(string branch, string target) => new(ErrorKind.BadInput, "NothingToLand",
        $"'{branch}' has nothing that '{target}' does not have", "commit the work, or say 'codesyncer done --result no-change --message WHY'");

    public static CodeSyncerException TargetIsRed(string rig, string target, string commit) => new(ErrorKind.Conflict, "TargetIsRed",
        $"the gates fail on {rig}/{target} itself ({commit})", "mend that first: nothing lands on a red branch");

    public static CodeSyncerException LinkedTree(string path) => new(ErrorKind.BadInput, "LinkedTree",
        $"'{path}' is a linked work tree", "adopt the clone that it belongs to");
}
