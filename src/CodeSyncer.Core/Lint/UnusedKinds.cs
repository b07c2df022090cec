using CodeSyncer.Core.Tags;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Lint;

/// <summary>Kinds that somebody asks for and that are neither known nor anybody's own: most likely misspelt.</summary>
public static class UnusedKinds
{
    /// <summary>A sentence for each, without its full stop.</summary>
    /// <param name="asked">With <c>*</c> and <c>?</c> as wildcards; those say nothing.</param>
    /// <param name="used">Kinds of the tags that were found.</param>
    public static IEnumerable<string> Of(IEnumerable<string> asked, IEnumerable<string> used)
    {
        var known = used.Concat(TagKind.All).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return asked.Where(kind => !known.Contains(kind) && !kind.AsSpan().ContainsAny('*', '?', '['))
            .Select(kind => $"no tag here is of the kind '{kind}': {(NearestWord.Of(kind, TagKind.All) is { } near ? $"did you mean '{near}'?" : $"known kinds are {string.Join(", ", TagKind.All)}")}");
    }
}
