namespace CodeSyncer.Core.Agents.Settings;

/// <summary>Kinds of values, as far as merging tells them apart.</summary>
internal enum JsoncKind
{
    Object,
    Array,
    String,

    /// <summary>A number, true, false or null.</summary>
    Other,
}
