using CodeSyncer.Core.Context;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// Our patterns in <c>info/exclude</c>, the ignore file of a repository that nobody else sees. They stand in a managed
/// block; what stands around it is the user's, byte for byte, and a file that we made goes when the block goes.
/// </summary>
public sealed class ExcludeFile(GitRepository repository)
{
    private const string MadeFile = "# (codesyncer made this file)";
    private const string MadeDirectory = "# (codesyncer made this file and its directory)";

    private static readonly ManagedBlock Block = ManagedBlock.Hash(1);

    /// <summary>Where it stands: every work tree of the repository reads the same one.</summary>
    public string Path { get; } = System.IO.Path.Combine(repository.CommonDirectory, "info", "exclude");

    /// <summary>Our patterns, in their order; empty where the block is missing.</summary>
    public IReadOnlyList<string> Patterns() => PatternsIn(Read());

    /// <summary>Makes these our patterns and no others; an empty list takes the block out. Nothing is written when nothing changes.</summary>
    /// <returns>Whether the file changed.</returns>
    public bool SetPatterns(IReadOnlyList<string> patterns)
    {
        var before = Read();
        if (PatternsIn(before).SequenceEqual(patterns))
            return false;
        var after = With(before, patterns);
        if (after is not null)
        {
            AtomicFile.Write(Target, after);
            return true;
        }

        var body = Block.Body(before, Path)!;
        File.Delete(Target);
        if (body.StartsWith(MadeDirectory, StringComparison.Ordinal))
            DeleteIfEmpty(System.IO.Path.GetDirectoryName(Path)!);
        return true;
    }

    /// <summary>Adds patterns that are missing; the others stay.</summary>
    public bool Add(params IEnumerable<string> patterns) => SetPatterns([.. Patterns().Union(patterns)]);

    /// <summary>Takes patterns out; the others stay.</summary>
    public bool Remove(params IEnumerable<string> patterns) => SetPatterns([.. Patterns().Except(patterns)]);

    /// <summary>A symbolic link stays one: what it leads to is written.</summary>
    private string Target => RealPath.Of(Path);

    private byte[]? Read() => File.Exists(Target) ? File.ReadAllBytes(Target) : null;

    private IReadOnlyList<string> PatternsIn(byte[]? content) =>
        content is null || Block.Body(content, Path) is not { } body
            ? []
            : [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'))];

    /// <summary>The bytes that the file then has; null where it then is not there.</summary>
    private byte[]? With(byte[]? content, IReadOnlyList<string> patterns)
    {
        var note = content is null
            ? Directory.Exists(System.IO.Path.GetDirectoryName(Path)) ? MadeFile : MadeDirectory
            : (Block.Body(content, Path) ?? "").Split('\n')[0] is MadeFile or MadeDirectory ? Block.Body(content, Path)!.Split('\n')[0] : null;
        if (patterns.Count == 0)
        {
            var rest = Block.Remove(content ?? [], Path);
            return rest.Length == 0 && note is not null ? null : rest;
        }

        var lines = note is null ? patterns : [note, .. patterns];
        return Block.Put(content ?? [], string.Join('\n', lines) + "\n", Path);
    }

    private static void DeleteIfEmpty(string directory)
    {
        if (!Directory.EnumerateFileSystemEntries(directory).Any())
            Directory.Delete(directory);
    }
}
