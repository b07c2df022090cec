using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Records;

/// <summary>All that happened to one tag, oldest first.</summary>
/// <param name="Tag">As it is now, or as it was last.</param>
/// <param name="IsAlive">Whether a file holds it in the commit that was asked for.</param>
public sealed record TagLife(Tag Tag, bool IsAlive, IReadOnlyList<TagEvent> Events)
{
    /// <summary>What the last event left, where the files now say otherwise: a merge took the other side, which is no change of its own. Null: they agree.</summary>
    /// <param name="isHeld">Whether a file holds a tag of this id and text now.</param>
    public TagEvent? Undone(Func<Tag, bool> isHeld)
    {
        var last = Events[^1];
        var agrees = last.Kind switch
        {
            TagEventKind.Dropped => !isHeld(last.Tag),
            TagEventKind.Superseded => true,
            _ => isHeld(last.Tag),
        };
        return agrees ? null : last;
    }
}
