using System.Text;

namespace CodeSyncer.Core.Ledger;

/// <summary>
/// Ids of beads: <c>prefix-hash</c>, children <c>parent.N</c>. The hash is random, as short as keeps collisions rare;
/// a title made again never meets a deleted id. Source of the length: Beads, adaptive id length.
/// </summary>
public static class BeadId
{
    /// <summary>Characters; more fits neither a file name nor a head.</summary>
    public const int MaxLength = 200;

    /// <summary>How many levels of children an id can name.</summary>
    public const int MaxDepth = 3;

    private const int ShortestHash = 3;
    private const int LongestHash = 8;
    private const double HighestRisk = 0.25;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>Letters, digits, <c>. _ -</c>; it begins with a letter or digit and is good as a git path and ref on every system.</summary>
    public static bool IsValid(string id) =>
        id.Length is > 0 and <= MaxLength && char.IsAsciiLetterOrDigit(id[0])
        && !id.AsSpan().ContainsAnyExcept(Allowed) && !id.Contains("..", StringComparison.Ordinal)
        && id[^1] != '.' && !id.EndsWith(".lock", StringComparison.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <summary>
    /// The shortest length L from 3 with 1-e^(-n²/(2·36^L)) &lt;= 0.25 for <paramref name="count"/> items; at most 8.
    /// </summary>
    public static int HashLength(int count)
    {
        for (var length = ShortestHash; length < LongestHash; length++)
        {
            if (1 - Math.Exp(-((double)count * count) / (2 * Math.Pow(36, length))) <= HighestRisk)
                return length;
        }

        return LongestHash;
    }

    /// <summary>A new id that <paramref name="isTaken"/> does not know. After a few collisions the hash grows.</summary>
    /// <param name="count">How many items of the prefix there are: decides about the length.</param>
    /// <param name="random">A whole number from 0 up to, without, its argument.</param>
    public static string New(string prefix, int count, Func<int, int> random, Func<string, bool> isTaken)
    {
        for (var length = HashLength(count); ; length++)
        {
            for (var attempt = 0; attempt < 10; attempt++)
            {
                var id = new StringBuilder(prefix).Append('-');
                for (var i = 0; i < length; i++)
                    id.Append(Digits[random(Digits.Length)]);
                if (!isTaken(id.ToString()))
                    return id.ToString();
            }
        }
    }

    /// <summary>The next free <c>parent.N</c> past <paramref name="last"/>; null where the parent is too deep, or too long.</summary>
    public static string? NewChild(string parent, int last, Func<string, bool> isTaken)
    {
        for (var number = last + 1; Depth(parent) < MaxDepth; number++)
        {
            var id = $"{parent}.{number}";
            if (!IsValid(id))
                return null;
            if (!isTaken(id))
                return id;
        }

        return null;
    }

    /// <summary>The highest N of ids <c>parent.N</c> among <paramref name="ids"/>; 0 where there is none.</summary>
    public static int LastChild(string parent, IEnumerable<string> ids) => ids.Select(id => ChildNumber(parent, id)).DefaultIfEmpty(0).Max();

    /// <summary>0 for <c>bd-a3f</c>, 2 for <c>bd-a3f.1.2</c>: its last parts that are numbers.</summary>
    public static int Depth(string id)
    {
        var depth = 0;
        while (ParentOf(id) is { } parent)
            (id, depth) = (parent, depth + 1);
        return depth;
    }

    /// <summary>The id without its last <c>.N</c>, or null.</summary>
    public static string? ParentOf(string id) =>
        id.LastIndexOf('.') is > 0 and var dot && dot + 1 < id.Length && !id.AsSpan(dot + 1).ContainsAnyExceptInRange('0', '9') ? id[..dot] : null;

    /// <summary>The part before the last dash that a hash follows: <c>my-app</c> of <c>my-app-a3f.1</c>; empty where there is none.</summary>
    public static string PrefixOf(string id) => id.LastIndexOf('-') is > 0 and var dash ? id[..dash] : "";

    private static int ChildNumber(string parent, string child) =>
        ParentOf(child) == parent && int.TryParse(child.AsSpan(parent.Length + 1), out var number) && number < int.MaxValue ? number : 0;
}
