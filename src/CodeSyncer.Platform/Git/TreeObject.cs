using System.Text;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// The content of a tree object: <c>mode SP name NUL id</c> for each entry, sorted by name as if a folder's ended in
/// a slash. Source: git's documentation, "gitformat-pack" and "git-mktree".
/// </summary>
internal static class TreeObject
{
    /// <exception cref="InvalidDataException">It is no tree.</exception>
    public static List<TreeEntry> Parse(ReadOnlySpan<byte> content, int hashSize = Sha1.Size)
    {
        var entries = new List<TreeEntry>();
        while (!content.IsEmpty)
        {
            var space = content.IndexOf((byte)' ');
            var end = content.IndexOf((byte)0);
            if (space <= 0 || end < space || content.Length < end + 1 + hashSize)
                throw new InvalidDataException("a tree object is damaged");
            var mode = content[..space].SequenceEqual("40000"u8) ? TreeEntry.Folder
                : content[..space].SequenceEqual("100644"u8) ? TreeEntry.File : Encoding.ASCII.GetString(content[..space]);
            entries.Add(new TreeEntry(mode, Encoding.UTF8.GetString(content[(space + 1)..end]), Convert.ToHexStringLower(content.Slice(end + 1, hashSize))));
            content = content[(end + 1 + hashSize)..];
        }

        return entries;
    }

    public static byte[] Write(IReadOnlyCollection<TreeEntry> entries)
    {
        using var content = new MemoryStream(entries.Count * 48);
        foreach (var entry in entries.OrderBy(entry => entry.IsFolder ? entry.Name + "/" : entry.Name, StringComparer.Ordinal))
        {
            content.Write(Encoding.UTF8.GetBytes($"{entry.Mode} {entry.Name}\0"));
            content.Write(Convert.FromHexString(entry.Id));
        }

        return content.ToArray();
    }
}
