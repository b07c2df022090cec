using CodeSyncer.Core.Records;
using CodeSyncer.Platform.Records;

namespace CodeSyncer.PowerShell.Output;

/// <summary>Something that Find-Context found.</summary>
public sealed class ContextHit : TerminalText
{
    private const int TitleWidth = 160;

    internal ContextHit(SearchHit hit, Func<string, string> rootOf)
    {
        var item = hit.Item;
        Kind = item.Kind;
        Rig = item.Rig;
        Text = item.Title;
        Around = hit.Around;
        Summary = hit.IsInTitle ? hit.Around : $"{FoundLine.Cut(item.Title.Split('\n')[0], 0, TitleWidth)}  ({hit.Around})";
        Score = hit.Score;
        Line = item.Line;
        if (item.Line > 0)
        {
            RelativePath = item.Path;
            FullName = System.IO.Path.Combine(rootOf(item.Rig), item.Path.Replace('/', System.IO.Path.DirectorySeparatorChar));
        }
        else
        {
            Id = item.Path;
        }
    }

    /// <summary>A kind of tag, <c>bead</c>, <c>mail</c>, <c>handoff</c>, <c>endpoint</c> or <c>heading</c>.</summary>
    public string Kind { get; }

    public string Rig { get; }

    /// <summary>Of what stands in a file.</summary>
    public string? RelativePath { get; }

    public string? FullName { get; }

    /// <summary>1-based; 0: an item of the ledger.</summary>
    public int Line { get; }

    /// <summary>Of an item of the ledger.</summary>
    public string? Id { get; }

    /// <summary>The whole text, title or heading.</summary>
    public string Text { get; }

    /// <summary>The line around what was found.</summary>
    public string Around { get; }

    /// <summary>What it is called, with the line that was found where that is another one.</summary>
    public string Summary { get; }

    /// <summary>Larger is better; only the order means something.</summary>
    public double Score { get; }

    /// <summary>The place as a view shows it.</summary>
    public string Place => RelativePath is null ? Id! : Rig.Length == 0 ? $"{RelativePath}:{Line}" : $"{Rig}/{RelativePath}:{Line}";

    public override string ToString() => $"{Place}: {Summary}";
}
