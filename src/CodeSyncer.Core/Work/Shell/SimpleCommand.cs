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

    /// <summary>Whether it stands within <c>[[ ]]</c>, where <c>&gt;</c> compares.</summary>
    public bool IsComparison { get; private set; }

    /// <summary>Whether the next word is the command's name, or one of the grammar.</summary>
    public bool IsAtStart => Words.TrueForAll(word => RiskyWords.Grammar.Contains(word.Text));

    public void Add(ShellWord word)
    {
        IsComparison = word.Text == "[[" ? IsAtStart : IsComparison && word.Text != "]]";
        Words.Add(word);
    }
}
