namespace CodeSyncer.Core.Source.Marks;

/// <summary>Characters that are code, though another mark begins with or behind them: <c>\%</c> of LaTeX, <c>(*)</c> of F#.</summary>
internal sealed class PlainMark : Mark
{
    /// <summary>How many characters behind it are plain as well.</summary>
    public int Takes { get; init; }
}
