namespace CodeSyncer.Core.Work.Shell;

/// <summary>Whether a shell command of an agent has a part that can throw work away: delete, overwrite or reset files.</summary>
/// <remarks>
/// It leans to yes: a save too many costs milliseconds, a save too few costs work. Yes are therefore commands of git that it
/// does not know, programs given inline to an interpreter, and texts that cannot be read as soon as one of
/// <see cref="RiskyWords"/> is in them. No is what only speaks of such commands: <c>echo "git reset"</c>. It is no barrier
/// against somebody who hides what he does; a script in a file is not opened.
/// </remarks>
public static class ShellCommand
{
    /// <summary>Characters of the longest command that is read; what is longer can lose work. Time is linear in the length.</summary>
    public const int LongestRead = 256 * 1024;

    /// <param name="command">For any shell: POSIX, PowerShell or cmd. Malformed text is no error.</param>
    /// <param name="gitAlias">The value of git's <c>alias.NAME</c> for a name, or null; asked only for names that are no command of git.</param>
    public static bool CanLoseWork(string command, Func<string, string?> gitAlias)
    {
        if (command.Length > LongestRead)
            return true;
        var risk = new CommandRisk(gitAlias);
        if (risk.IsRisky(command, ShellDialect.Posix, 0, out var isNotPosix) || risk.IsRisky(command, ShellDialect.Windows, 0, out var isNotWindows))
            return true;
        return isNotPosix && isNotWindows && (RiskyWords.AreIn(command) || command.Contains('>'));
    }

    /// <summary>The same for a command with its arguments, as a system call takes them: no shell reads it.</summary>
    /// <param name="arguments">The first one is the command.</param>
    public static bool CanLoseWork(IReadOnlyList<string> arguments, Func<string, string?> gitAlias)
    {
        if (arguments.Sum(argument => (long)argument.Length) > LongestRead)
            return true;
        List<ShellWord> words = [.. arguments.Select(argument => new ShellWord(argument))];
        return new CommandRisk(gitAlias).IsRisky(new CommandRisk.Part(words, null, ShellDialect.Posix, 0, new Lazy<bool>(false)), 0);
    }
}
