using System.IO.Hashing;
using System.Runtime.InteropServices;
using CodeSyncer.Core.Context;
using CodeSyncer.Core.Projects;

namespace CodeSyncer.Platform.Context;

/// <summary>What the documents are made from, the documents, and fingerprints to tell whether they must be made at all.</summary>
internal sealed class DocumentSources(ContextSnapshot snapshot, CurrentWork? work, ICurrentBrief? brief = null, string linkPrefix = "../")
{
    private const string Architecture = "ARCHITECTURE.md";

    private ulong? _tags;
    private ulong? _manifests;

    /// <summary>The body of a document, without its first line.</summary>
    public string Render(string name) => name switch
    {
        CurrentDocument.Name => CurrentDocument.Render(work!, snapshot.Tags, linkPrefix, brief: brief?.Render() ?? ""),
        Architecture => ArchitectureDocument.Render(snapshot.ReadStack(), linkPrefix),
        _ => TagDocument.Of(name).Render(snapshot.Tags, linkPrefix),
    };

    /// <summary>The same number for the same sources.</summary>
    public ulong Fingerprint(string name) => name switch
    {
        CurrentDocument.Name => OfCurrent(),
        Architecture => _manifests ??= OfManifests(),
        _ => _tags ??= OfTags(),
    };

    private ulong OfTags()
    {
        var hash = new XxHash3();
        foreach (var file in snapshot.Tagged)
        {
            hash.Append(MemoryMarshal.AsBytes(file.Path.AsSpan()));
            hash.Append(file.Encoded.Span);
        }

        return hash.GetCurrentHashAsUInt64();
    }

    private ulong OfManifests()
    {
        var hash = new XxHash3();
        for (var i = 0; i < snapshot.Files.Count; i++)
        {
            var path = snapshot.Files.Path(i);
            if (!ProjectScanner.IsRelevant(path))
                continue;
            hash.Append(path);
            if (ProjectScanner.IsRead(path))
                hash.Append(snapshot.Files.Id(i));
        }

        return hash.GetCurrentHashAsUInt64();
    }

    private ulong OfCurrent()
    {
        var hash = new XxHash3((long)(_tags ??= OfTags()));
        hash.Append(MemoryMarshal.AsBytes($"{work!.Branch}\n{work.Since}\n{brief?.Key}\n".AsSpan()));
        foreach (var change in work.Changes)
        {
            hash.Append(MemoryMarshal.AsBytes(change.Path.AsSpan()));
            hash.Append([(byte)change.Kind]);
        }

        return hash.GetCurrentHashAsUInt64();
    }
}
