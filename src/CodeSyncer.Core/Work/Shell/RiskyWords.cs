namespace CodeSyncer.Core.Work.Shell;

/// <summary>
/// The words by which a command is known to throw work away, in one place. All are compared in lower case. When in
/// doubt a word stands here: a save too many costs milliseconds, a save too few costs work.
/// </summary>
internal static class RiskyWords
{
    /// <summary>Commands that delete, move or overwrite files whatever their arguments are.</summary>
    public static readonly HashSet<string> Commands = new(StringComparer.OrdinalIgnoreCase)
    {
        // POSIX and GNU.
        "rm", "rmdir", "unlink", "mv", "cp", "install", "truncate", "shred", "srm", "sponge", "patch", "unzip", "rsync", "scp",
        "rename", "prename", "mmv", "fallocate", "cpio", "unrar", "ditto", "wget", "rclone", "trash", "trash-put", "rimraf",
        // They put a file of another name in the place of the one that they are given.
        "gzip", "gunzip", "bzip2", "bunzip2", "xz", "unxz",
        // PowerShell, with its aliases.
        "remove-item", "ri", "move-item", "mi", "copy-item", "cpi", "rename-item", "rni", "clear-content", "clc", "clear-item", "cli",
        "set-content", "sc", "out-file", "set-item", "si", "expand-archive", "remove-itemproperty", ".delete", ".moveto", ".copyto",
        // cmd.
        "del", "erase", "rd", "move", "copy", "xcopy", "robocopy", "ren", "replace",
    };

    /// <summary>
    /// Of the commands, those that are usual as a word of other commands: behind <c>sudo</c> and its like they count only
    /// as the first word (<c>sudo apt install</c>).
    /// </summary>
    public static readonly HashSet<string> Ambiguous = new() { "install", "patch", "rename", "replace", "move", "copy", "trash", "sc", "si", "cli", "gzip", "bzip2", "xz" };

    /// <summary>
    /// Commands that do so with one of these arguments: <c>-x</c> also within <c>-ax</c>, <c>--name</c> also with a value,
    /// <c>name=</c> with any value, <c>name</c> as it stands.
    /// </summary>
    public static readonly Dictionary<string, string[]> Arguments = new()
    {
        ["dd"] = ["of="],
        ["tar"] = ["-x", "--extract", "--get"],
        ["bsdtar"] = ["-x", "--extract"],
        ["7z"] = ["x", "e"],
        ["7za"] = ["x", "e"],
        ["ln"] = ["-f", "--force"],
        ["sort"] = ["-o", "--output"],
        ["curl"] = ["-o", "-O", "--output", "--remote-name", "--remote-name-all"],
        ["find"] = ["-delete", "-fprint", "-fprint0", "-fprintf", "-fls"],
        ["gh"] = ["checkout", "co", "sync", "merge"],
        ["glab"] = ["checkout", "merge", "rebase"],
        ["gio"] = ["trash", "remove", "move"],
        ["new-item"] = ["-force"],
        ["ni"] = ["-force"],
        ["foreach-object"] = ["delete", "moveto", "copyto", "replace"],
        ["foreach"] = ["delete", "moveto", "copyto", "replace"],
        ["%"] = ["delete", "moveto", "copyto", "replace"],
        // Interpreters with a program on the command line: what it does is not read.
        ["python"] = ["-c"],
        ["pypy"] = ["-c"],
        ["py"] = ["-c"],
        ["node"] = ["-e", "-p", "--eval", "--print"],
        ["bun"] = ["-e", "-p", "--eval", "--print"],
        ["deno"] = ["eval"],
        ["perl"] = ["-e", "-E"],
        ["ruby"] = ["-e"],
        ["lua"] = ["-e"],
        ["php"] = ["-r", "-B", "-R", "-E"],
        ["rscript"] = ["-e"],
        ["julia"] = ["-e", "--eval"],
        ["osascript"] = ["-e"],
    };

    /// <summary>Of those, the ones that take a program from their input too.</summary>
    public static readonly HashSet<string> Interpreters = new() { "python", "pypy", "py", "node", "bun", "perl", "ruby", "lua", "php", "julia", "osascript" };

    public static readonly HashSet<string> PosixShells = new() { "sh", "bash", "zsh", "dash", "ash", "ksh", "mksh", "yash", "fish" };

    public static readonly HashSet<string> WindowsShells = new() { "pwsh", "powershell", "cmd" };

    /// <summary>Commands that run the command in their arguments.</summary>
    public static readonly HashSet<string> Wrappers = new()
    {
        "sudo", "doas", "su", "env", "exec", "command", "builtin", "time", "nice", "ionice", "nohup", "timeout", "gtimeout", "stdbuf", "setsid",
        "flock", "xargs", "gxargs", "watch", "parallel", "entr", "chroot", "chrt", "taskset", "unshare", "strace", "ltrace", "script", "unbuffer",
        "chronic", "caffeinate", "winpty", "wsl", "busybox", "toybox", "noglob", "nocorrect", "coproc", "npx", "bunx", "pnpx", "hyperfine",
        "concurrently", "nix-shell", "start-process", "saps", "start", "start-job", "invoke-command", "icm", "call",
    };

    /// <summary>Of those, the ones that take a whole shell text as one argument.</summary>
    public static readonly HashSet<string> ScriptTakers = new()
    {
        "su", "env", "flock", "watch", "parallel", "entr", "script", "npx", "hyperfine", "concurrently", "nix-shell", "wsl",
    };

    /// <summary>Tools that run a command behind the words <c>run</c>, <c>exec</c> or <c>x</c>, or a step that people name.</summary>
    public static readonly HashSet<string> Runners = new()
    {
        "make", "gmake", "npm", "pnpm", "yarn", "bun", "just", "task", "rake", "gradle", "gradlew", "mvn", "mvnw", "cargo", "dotnet", "nx", "turbo", "lerna",
        "cmake", "ninja", "meson", "bazel", "go", "uv", "poetry", "pipenv", "hatch", "conda", "bundle", "mise", "direnv", "nix", "docker", "podman",
        "docker-compose", "kubectl", "devcontainer",
    };

    /// <summary>Parts of the names that people give to steps that throw away.</summary>
    public static readonly string[] StepNames = ["clean", "reset", "purge", "prune", "nuke", "wipe", "destroy"];

    /// <summary>Words of the shells' grammar before a command.</summary>
    public static readonly HashSet<string> Grammar = new()
    {
        "if", "then", "elif", "else", "do", "while", "until", "!", "{", "}", "function", "return", "try", "catch", "finally", "@", "&",
    };

    /// <summary>
    /// Git's own commands that change the work tree, the index or a reference. Commands of git that stand neither here nor
    /// among <see cref="HarmlessGit"/> (add-ons, those of the future) are taken for such ones too.
    /// </summary>
    public static readonly HashSet<string> Git = new(StringComparer.OrdinalIgnoreCase)
    {
        "reset", "checkout", "restore", "switch", "clean", "stash", "rebase", "worktree", "pull", "merge", "am", "cherry-pick", "revert", "rm", "mv",
        "apply", "read-tree", "checkout-index", "filter-branch", "filter-repo", "update-index", "update-ref", "bisect", "submodule",
        "sparse-checkout", "gc", "prune", "mergetool", "merge-file", "merge-index", "replace", "repack", "symbolic-ref",
    };

    /// <summary>Of those, what only shows: the first word behind the command.</summary>
    public static readonly Dictionary<string, string[]> HarmlessActions = new()
    {
        ["stash"] = ["list", "show"],
        ["worktree"] = ["list"],
        ["submodule"] = ["status", "summary"],
        ["sparse-checkout"] = ["list"],
        ["bisect"] = ["log", "view", "visualize", "terms"],
    };

    /// <summary>Git's commands that leave work tree, index and branches alone, or only add to them.</summary>
    public static readonly HashSet<string> HarmlessGit = new()
    {
        "add", "annotate", "archive", "blame", "branch", "bugreport", "bundle", "cat-file", "check-attr", "check-ignore", "check-mailmap",
        "check-ref-format", "cherry", "clone", "column", "commit", "commit-graph", "commit-tree", "config", "count-objects", "credential",
        "describe", "diagnose", "diff", "diff-files", "diff-index", "diff-tree", "difftool", "fast-export", "fetch", "fmt-merge-msg",
        "for-each-ref", "for-each-repo", "format-patch", "fsck", "get-tar-commit-id", "gitk", "grep", "gui", "hash-object", "help", "init",
        "instaweb", "interpret-trailers", "last-modified", "log", "ls-files", "ls-remote", "ls-tree", "mailinfo", "mailsplit", "maintenance",
        "merge-base", "merge-tree", "mktag", "mktree", "multi-pack-index", "name-rev", "notes", "pack-objects", "pack-refs", "patch-id", "push",
        "range-diff", "reflog", "refs", "remote", "request-pull", "rev-list", "rev-parse", "send-email", "shortlog", "show", "show-branch",
        "show-index", "show-ref", "stage", "status", "stripspace", "tag", "unpack-file", "var", "verify-commit", "verify-pack", "verify-tag",
        "version", "whatchanged", "write-tree",
    };

    /// <summary>Of those, the arguments with which they do throw away (forms as in <see cref="Arguments"/>).</summary>
    public static readonly Dictionary<string, string[]> RiskyActions = new()
    {
        ["branch"] = ["-d", "-D", "-m", "-M", "-C", "-f", "--delete", "--move", "--force"],
        ["tag"] = ["-d", "-f", "--delete", "--force"],
        ["reflog"] = ["expire", "delete", "drop"],
        ["archive"] = ["-o"],
        ["fetch"] = ["-f", "-u", "--force", "--update-head-ok"],
    };

    /// <summary>Arguments that any of git's commands in progress takes.</summary>
    public static readonly string[] Ends = ["--abort", "--skip", "--quit"];

    /// <summary>Options of git itself whose value is the next word.</summary>
    public static readonly HashSet<string> GitValues = new()
    {
        "-C", "-c", "--git-dir", "--work-tree", "--namespace", "--super-prefix", "--config-env", "--attr-source",
    };

    /// <summary>Whether a redirection to this name reaches no file.</summary>
    public static bool IsNoFile(string target) =>
        target is "/dev/null" or "/dev/stdout" or "/dev/stderr" or "/dev/tty" || target.StartsWith("/dev/fd/", StringComparison.Ordinal)
        || target.Equals("nul", StringComparison.OrdinalIgnoreCase) || target.Equals("$null", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether one of the words stands anywhere in a text, whatever it means there: for what cannot be read.</summary>
    public static bool AreIn(ReadOnlySpan<char> text)
    {
        var commands = Commands.GetAlternateLookup<ReadOnlySpan<char>>();
        var git = Git.GetAlternateLookup<ReadOnlySpan<char>>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '-' or '_'))
                continue;
            var word = text[start..i].TrimStart('-');
            if (commands.Contains(word) || git.Contains(word) || word is "abort" or "skip" or "quit" or "hard" or "delete" or "exec")
                return true;
            start = i + 1;
        }

        return false;
    }
}
