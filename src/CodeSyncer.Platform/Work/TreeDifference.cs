using System.Text;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>One path in which two trees differ.</summary>
/// <param name="OldMode">Octal digits; <c>000000</c>: not there.</param>
/// <param name="NewMode">Octal digits; <c>000000</c>: not there.</param>
internal sealed record TreeDifference(string OldMode, string OldId, string NewMode, string NewId, byte[] Bytes)
{
    private const string None = "000000";

    public string Path { get; } = Encoding.UTF8.GetString(Bytes);

    public bool IsGone => NewMode == None;

    public bool WasThere => OldMode != None;

    /// <summary>The mode and id on the new side, to compare.</summary>
    public (string Mode, string Id) New => (NewMode, NewId);

    /// <param name="from">A tree.</param>
    /// <param name="to">A tree.</param>
    public static List<TreeDifference> Between(GitCommand git, string from, string to)
    {
        var differences = new List<TreeDifference>();
        if (from == to)
            return differences;
        string[]? head = null;
        foreach (var piece in NulList.Of(git.Bytes("diff-tree", "-r", "-z", "--no-renames", "--full-index", "--end-of-options", from, to)))
        {
            if (head is null)
            {
                head = Encoding.ASCII.GetString(piece).TrimStart(':').Split(' ');
                continue;
            }

            differences.Add(new TreeDifference(head[0], head[2], head[1], head[3], piece.ToArray()));
            head = null;
        }

        return differences;
    }
}
