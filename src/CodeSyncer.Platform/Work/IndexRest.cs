using System.Text;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// What of an index no tree can hold: the sides of conflicts, files that are only announced, and flags. One entry a piece,
/// <c>MODE ID STAGE FLAGS TAB PATH NUL</c>; flags are <c>i</c> announced, <c>a</c> assumed unchanged, <c>s</c> not in the
/// work tree, or <c>-</c>.
/// </summary>
internal sealed record IndexRest(string Mode, string Id, int Stage, string Flags, byte[] Path)
{
    public bool IsAnnounced => Flags.Contains('i', StringComparison.Ordinal);

    public bool IsAssumedUnchanged => Flags.Contains('a', StringComparison.Ordinal);

    public bool IsNotInWorkTree => Flags.Contains('s', StringComparison.Ordinal);

    public static IEnumerable<IndexRest> Of(TrackedFiles files)
    {
        for (var i = 0; i < files.Count; i++)
        {
            var file = files[i];
            if (file.Stage == 0 && !file.IntentToAdd && !file.AssumeUnchanged && !file.SkipWorkTree)
                continue;
            var flags = (file.IntentToAdd ? "i" : "") + (file.AssumeUnchanged ? "a" : "") + (file.SkipWorkTree ? "s" : "");
            yield return new IndexRest(Convert.ToString(file.Mode, 8), files.IdText(i), file.Stage, flags.Length == 0 ? "-" : flags, files.Path(i).ToArray());
        }
    }

    public static byte[] Write(IEnumerable<IndexRest> entries)
    {
        using var content = new MemoryStream();
        foreach (var entry in entries)
        {
            content.Write(Encoding.ASCII.GetBytes($"{entry.Mode} {entry.Id} {entry.Stage} {entry.Flags}\t"));
            content.Write(entry.Path);
            content.WriteByte(0);
        }

        return content.ToArray();
    }

    /// <exception cref="FormatException">It is nothing that <see cref="Write"/> gives.</exception>
    public static List<IndexRest> Read(byte[] content)
    {
        var entries = new List<IndexRest>();
        foreach (var piece in NulList.Of(content))
        {
            var tab = piece.IndexOf((byte)'\t');
            var fields = tab < 0 ? [] : Encoding.ASCII.GetString(piece[..tab]).Split(' ');
            if (fields.Length != 4 || !int.TryParse(fields[2], out var stage))
                throw new FormatException("its index is damaged");
            entries.Add(new IndexRest(fields[0], fields[1], stage, fields[3], piece[(tab + 1)..].ToArray()));
        }

        return entries;
    }
}
