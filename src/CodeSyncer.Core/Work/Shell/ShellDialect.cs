namespace CodeSyncer.Core.Work.Shell;

/// <summary>How a shell quotes and nests. What both have alike (chains, pipes, redirections) is read once.</summary>
internal enum ShellDialect
{
    /// <summary>sh, bash, zsh, dash, ksh: a backslash quotes, backticks run a command, braces are words.</summary>
    Posix,

    /// <summary>PowerShell and cmd: a backslash is a path's, a backtick (or a caret) quotes, braces hold commands.</summary>
    Windows,
}
