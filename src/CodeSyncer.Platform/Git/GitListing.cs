using System.Globalization;
using System.Text;
using CodeSyncer.Core.Errors;

namespace CodeSyncer.Platform.Git;

/// <summary>Lists an index or a tree through git's own commands: works for every repository format.</summary>
public static class GitListing
{
    /// <summary>The index: by our own reader where it can, else by <c>git ls-files</c>.</summary>
    /// <param name="indexFile">The index-to-be of a running commit; null: the repository's own.</param>
    public static TrackedFiles Index(GitRepository repository, string? indexFile = null) =>
        IndexFile.TryRead(indexFile ?? repository.IndexFile, repository.HashSize) ?? IndexByGit(repository, indexFile);

    /// <summary>The files of any revision or tree.</summary>
    /// <exception cref="CodeSyncerException">The revision is unknown.</exception>
    public static TrackedFiles Tree(GitRepository repository, string revision)
    {
        var git = repository.Git();
        if (revision.StartsWith('-') || git.TryText("rev-parse", "--verify", "--quiet", revision + "^{tree}") is not { } tree)
            throw ErrorTexts.UnknownRevision(revision);
        return Parse(git.Bytes("ls-tree", "-r", "-z", "--full-tree", tree), repository.HashSize, fromIndex: false);
    }

    /// <summary>The files of a commit that is known to exist, in the order of an index.</summary>
    internal static TrackedFiles Commit(GitRepository repository, string id) =>
        TreeOf(repository.Git(), id, repository.HashSize);

    /// <summary>The files of a tree that is known to exist, by a command that sees its objects.</summary>
    internal static TrackedFiles TreeOf(GitCommand git, string id, int hashSize) =>
        Parse(git.Bytes("ls-tree", "-r", "-z", "--full-tree", id), hashSize, fromIndex: false);

    private static TrackedFiles IndexByGit(GitRepository repository, string? indexFile) =>
        Parse(repository.Git(indexFile).Bytes("ls-files", "-t", "--stage", "-z", "--full-name", ":/"), repository.HashSize, fromIndex: true);

    /// <summary><c>mode type id TAB path NUL</c> of ls-tree; <c>state mode id stage TAB path NUL</c> of ls-files, state S: not in the work tree.</summary>
    private static TrackedFiles Parse(byte[] output, int hashSize, bool fromIndex)
    {
        var files = new List<TrackedFile>();
        var ids = new MemoryStream();
        var start = 0;
        while (start < output.Length)
        {
            var line = output.AsSpan(start);
            line = line[..line.IndexOf((byte)0)];
            var tab = line.IndexOf((byte)'\t');
            var fields = Encoding.ASCII.GetString(line[..tab]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            files.Add(new TrackedFile
            {
                PathStart = start + tab + 1,
                PathLength = line.Length - tab - 1,
                IdStart = (int)ids.Length,
                Mode = Convert.ToUInt32(fields[fromIndex ? 1 : 0], 8),
                Stage = fromIndex ? byte.Parse(fields[3], CultureInfo.InvariantCulture) : (byte)0,
                SkipWorkTree = fromIndex && fields[0] == "S",
            });
            ids.Write(Convert.FromHexString(fields[2]));
            start += line.Length + 1;
        }

        return new TrackedFiles(ids.ToArray(), output, [.. files], hashSize);
    }
}
