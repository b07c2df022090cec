using System.Text;
using CodeSyncer.Core.Context;

namespace CodeSyncer.Core.GitHooks;

/// <summary>
/// The POSIX sh lines by which git reaches our executable, made of the templates in <c>hooks/</c>. Only exit code 1
/// of a pre-commit blocks; whatever else happens to our executable, git goes on.
/// </summary>
public sealed class HookShim
{
    /// <summary>The section in its present version.</summary>
    public static ManagedBlock Block { get; } = ManagedBlock.Hash(1);

    /// <summary>What a hook file of our own begins with.</summary>
    public const string FirstLine = "#!/bin/sh\n";

    /// <summary>
    /// Where the executable stands for a file that others read too: one place per user on Linux, macOS and Windows, as sh words.
    /// </summary>
    private const string AnyUsersExecutables =
        "\"${XDG_DATA_HOME:-${HOME:-}/.local/share}/codesyncer/bin/codesyncer\" "
        + "\"${HOME:-}/Library/Application Support/codesyncer/bin/codesyncer\" "
        + "\"${LOCALAPPDATA:-}/CodeSyncer/bin/codesyncer.exe\"";

    private readonly string _executables;
    private readonly bool _guarded;

    private HookShim(string executables, bool guarded)
    {
        _executables = executables;
        _guarded = guarded;
    }

    /// <summary>For a hook of this user in this repository: the absolute path of the executable, with <c>/</c>.</summary>
    public static HookShim ForRepository(string executable) => new(Quote(executable), guarded: false);

    /// <summary>For a place that several repositories of this user share: it acts only where the repository opted in.</summary>
    public static HookShim ForSharedPlace(string executable) => new(Quote(executable), guarded: true);

    /// <summary>For a tracked file: no path of anyone's machine, and it acts only in clones that opted in.</summary>
    public static HookShim ForTrackedFile() => new(AnyUsersExecutables, guarded: true);

    /// <summary>
    /// The lines of the section of a hook. <paramref name="kept"/>, for <see cref="HookForm.Kept"/> alone, is the path of the
    /// kept hook, relative to the hook's folder.
    /// </summary>
    public string Body(string hook, HookForm form, string? kept = null) => form switch
    {
        HookForm.Section => Render("section", hook, kept),
        HookForm.Kept => Render("kept", hook, kept),
        _ => Render("fresh", hook, kept),
    };

    /// <summary>A command for a file that others read too: it runs the executable of whoever has one, and is silent elsewhere.</summary>
    public static string GuardedCommand(string arguments) =>
        $"for codesyncer in {AnyUsersExecutables}; do [ ! -x \"$codesyncer\" ] || {{ \"$codesyncer\" {arguments}; exit 0; }}; done; true";

    /// <summary>A word of sh that stands for the text whatever it holds.</summary>
    public static string Quote(string text) => "'" + text.Replace("'", @"'\''", StringComparison.Ordinal) + "'";

    private string Render(string template, string hook, string? kept)
    {
        var blocks = hook == GitHook.PreCommit;
        var call = $"CODESYNCER_PARENT=$PPID \"$codesyncer_bin\" hook {hook} \"$@\" || {(blocks ? "[ $? -ne 1 ] || exit 1" : ":")}";
        var text = Template(template)
            .Replace("@GUARD@", _guarded ? Condition("guard") : "", StringComparison.Ordinal)
            .Replace("    @RUN@", Indented("run", "    "), StringComparison.Ordinal)
            .Replace("@EXECUTABLES@", _executables, StringComparison.Ordinal)
            .Replace("        @UNLESS_SEEN@", hook == GitHook.PostCommit ? Indented("unseen", "        ") : "@NOTHING@", StringComparison.Ordinal)
            .Replace("@CALL@", hook == GitHook.PostCommit ? "[ \"$codesyncer_by\" = \"$PPID\" ] || " + call : call, StringComparison.Ordinal)
            .Replace("@SAVE@", SaveAt(hook), StringComparison.Ordinal)
            .Replace("@HOOK@", hook, StringComparison.Ordinal)
            .Replace("@KEPT@", kept, StringComparison.Ordinal);
        return string.Join('\n', text.Split('\n')
            .Where(line => line.Trim() != "@NOTHING@" && (blocks || line.Trim() != "@AFTER_FIRST@"))
            .Select(line => line.Replace("@AFTER_FIRST@", "[ \"$codesyncer_status\" -eq 0 ] || exit \"$codesyncer_status\"", StringComparison.Ordinal)));
    }

    /// <summary>The whole save runs behind git's back: it holds none of git's pipes, and nobody waits for it.</summary>
    private static string SaveAt(string hook)
    {
        const string later = "</dev/null >/dev/null 2>&1 &";
        return hook switch
        {
            GitHook.PostCommit => $"\"$codesyncer_bin\" hook save-work commit {later}",
            GitHook.PostCheckout => $"[ \"${{3:-}}\" != 1 ] || \"$codesyncer_bin\" hook save-work switch \"$1\" {later}",
            _ => "@NOTHING@",
        };
    }

    private static string Condition(string template) => " && {\n" + Indented(template, "    ") + "\n}";

    private static string Indented(string template, string indent) =>
        string.Join('\n', Template(template).TrimEnd('\n').Split('\n').Select(line => indent + line));

    private static string Template(string name)
    {
        using var stream = typeof(HookShim).Assembly.GetManifestResourceStream($"hooks/{name}.sh")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
