using CodeSyncer.Core.Tags;

namespace CodeSyncer.PowerShell.Output;

/// <summary>A tag of kind <c>decision</c>, as Get-Decision gives it.</summary>
public sealed class Decision : ContextTag
{
    internal Decision(Tag tag, string root, string rig)
        : base(tag, root, rig)
    {
    }
}
