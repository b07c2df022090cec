using System.Text;
using CodeSyncer.Core.Projects;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>What the tags and the repository say at one moment; decoded and read only as far as somebody asks.</summary>
public sealed class ContextSnapshot
{
    private readonly Func<int, string?> _readText;
    private IReadOnlyList<Tag>? _tags;

    internal ContextSnapshot(TrackedFiles files, IReadOnlyList<TaggedFile> tagged, Func<int, string?> readText)
    {
        Files = files;
        Tagged = tagged;
        _readText = readText;
    }

    public TrackedFiles Files { get; }

    /// <summary>Files that hold tags, sorted by path.</summary>
    public IReadOnlyList<TaggedFile> Tagged { get; }

    /// <summary>Paths whose content no earlier run had seen.</summary>
    public IReadOnlyList<string> NewlyRead { get; internal init; } = [];

    /// <summary>The same without the edits of the work tree that are not staged.</summary>
    public ContextSnapshot IndexAlone { get => field ?? this; internal init; }

    /// <summary>How many tags there are, without decoding them.</summary>
    public int TagCount => _tags?.Count ?? Tagged.Sum(file => file.Count);

    public IReadOnlyList<Tag> Tags => _tags ??= [.. Tagged.SelectMany(file => file.Tags)];

    /// <summary>Languages, projects and services, from the manifests among the files.</summary>
    public Stack ReadStack()
    {
        var paths = new List<string>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Files.Count; i++)
        {
            if (!Files[i].IsRegular || !ProjectScanner.IsRelevant(Files.Path(i)))
                continue;
            var path = Encoding.UTF8.GetString(Files.Path(i));
            if (places.TryAdd(path, i))
                paths.Add(path);
        }

        paths.Sort(StringComparer.Ordinal);
        return ProjectScanner.Scan(paths, path => places.TryGetValue(path, out var i) ? _readText(i) : null);
    }
}
