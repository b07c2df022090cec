namespace CodeSyncer.PowerShell.Output;

/// <summary>One part of a <see cref="ContextBrief"/>.</summary>
public sealed class ContextPart : TerminalText
{
    internal ContextPart(string name, string source, int characters)
    {
        Name = name;
        Source = source;
        Characters = characters;
    }

    public string Name { get; }

    /// <summary>Where it comes from: the ledger, saved work, git, tags.</summary>
    public string Source { get; }

    public int Characters { get; }

    public override string ToString() => $"{Name}: {Characters}";
}
