namespace CodeSyncer.Core.Work.Shell;

/// <summary>A command with its arguments, between two separators of the shell.</summary>
internal sealed class SimpleCommand
{
    public List<ShellWord> Words { get; } = [];

    /// <summary>Whether a redirection empties a file that may have content.</summary>
    public bool Overwrites { get; set; }

    /// <summary>Whether what it reads comes from another command or a file.</summary>
    public bool IsFed { get; set; }

    /// <summary>Here-documents and here-strings that it reads.</summary>
    public List<string> Input { get; } = [];
}
