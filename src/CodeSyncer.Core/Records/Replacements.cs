using CodeSyncer.Core.Context;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Records;

/// <summary>Completes what tags replaced by what no file holds any more.</summary>
public static class Replacements
{
    /// <summary>Whether a tag, or one that it replaced, names an older one that is not among them.</summary>
    public static bool AreUnknown(NearTag tag) =>
        tag.Replaced.Append(tag.Tag).Any(one => one.Supersedes is { } old && !tag.Replaced.Any(older => older.Id.Equals(old, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The tags with all that they replaced.</summary>
    /// <param name="tags">Of the files.</param>
    /// <param name="gone">Those that the history alone knows, each as it was last.</param>
    public static IReadOnlyList<NearTag> Complete(IReadOnlyList<NearTag> near, IReadOnlyList<Tag> tags, IReadOnlyList<Tag> gone)
    {
        var supersession = new Supersession([.. tags, .. gone]);
        return [.. near.Select(tag => AreUnknown(tag) ? tag with { Replaced = [.. supersession.ReplacedBy(tag.Tag)] } : tag)];
    }
}
