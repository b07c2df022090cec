namespace CodeSyncer.PowerShell.Output;

/// <summary>Something that a town did by itself.</summary>
public sealed class TownReport : TerminalText
{
    internal TownReport(string text, string town)
    {
        Text = text;
        Town = town;
    }

    public DateTime Time { get; } = DateTime.Now;

    public string Text { get; }

    /// <summary>The root of the town.</summary>
    public string Town { get; }

    public override string ToString() => Text;
}
