namespace CodeSyncer.Core.Tags;

/// <summary>The kinds that have a meaning; any other word is kept under its own name and reported by lint.</summary>
public static class TagKind
{
    public const string Decision = "decision";
    public const string Inference = "inference";
    public const string Rule = "rule";
    public const string Todo = "todo";
    public const string Context = "context";
    public const string Why = "why";
    public const string Tradeoff = "tradeoff";
    public const string Alternative = "alternative";
    public const string Pattern = "pattern";
    public const string Reference = "reference";
    public const string Work = "work";

    /// <summary>In the order in which help and messages list them.</summary>
    public static readonly IReadOnlyList<string> All =
        [Decision, Inference, Rule, Todo, Context, Why, Tradeoff, Alternative, Pattern, Reference, Work];

    public static bool IsKnown(string kind) => All.Contains(kind);
}
