using CodeSyncer.Platform.Agents;

namespace CodeSyncer.PowerShell.Output;

/// <summary>What an agent is told at the start of a session, and where it comes from.</summary>
public sealed class ContextBrief : TerminalText
{
    internal ContextBrief(Prime prime, string repository)
    {
        Text = prime.Text;
        Parts = [.. prime.Sources().Select(part => new ContextPart(part.Name, part.Source, part.Characters))];
        Repository = repository;
    }

    public string Text { get; }

    /// <summary>In the order of the text.</summary>
    public ContextPart[] Parts { get; }

    public int Characters => Text.Length;

    /// <summary>The work tree that it was asked for; at the root of a town, the town.</summary>
    public string Repository { get; }

    public override string ToString() => Text;
}
