using System.Text;

namespace CodeSyncer.Core.GitHooks;

/// <summary>Decides how we can stand in a hook without changing what it does.</summary>
public static class HookPlan
{
    private static readonly string[] Shells = ["sh", "bash", "dash", "ash", "zsh", "ksh", "mksh"];

    /// <param name="existing">The hook that is there; null where there is none.</param>
    public static HookForm FormFor(ExistingHook? existing)
    {
        if (existing is null)
            return HookForm.Fresh;
        if (!existing.IsExecutable)
            return HookForm.Aside;
        return !existing.IsSymbolicLink && IsShellScript(existing.Content.Span) ? HookForm.Section : HookForm.Kept;
    }

    /// <summary>
    /// Whether the first line names a POSIX-like shell, plainly or through <c>env</c>. A line that ends in CR does
    /// not: the kernel would look for a shell of that name.
    /// </summary>
    public static bool IsShellScript(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith("#!"u8))
            return false;
        var line = content[2..];
        var length = line.IndexOf((byte)'\n');
        var words = Encoding.Latin1.GetString(length < 0 ? line : line[..length])
            .Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return false;
        var program = Name(words[0]);
        if (program == "env")
            program = words.Skip(1).Where(word => !word.StartsWith('-') && !word.Contains('=')).Select(Name).FirstOrDefault() ?? "";
        return Shells.Contains(program);
    }

    /// <summary>Offset behind the first line of a script: where our section goes.</summary>
    public static int BehindFirstLine(ReadOnlySpan<byte> content)
    {
        var length = content.IndexOf((byte)'\n');
        return length < 0 ? content.Length : length + 1;
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
