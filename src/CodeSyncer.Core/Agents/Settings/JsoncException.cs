namespace CodeSyncer.Core.Agents.Settings;

/// <summary>A text is no JSON with comments.</summary>
internal sealed class JsoncException(int line, string what) : Exception(what)
{
    /// <summary>Counted from 1.</summary>
    public int Line { get; } = line;
}
