namespace CodeSyncer.Core.Ledger.Beads;

/// <summary>Where new ids come from.</summary>
/// <param name="Prefix">What ids of this ledger begin with, without the dash.</param>
/// <param name="Count">How many beads there are: decides about the length of new ids.</param>
/// <param name="Random">A whole number from 0 up to, without, its argument.</param>
public sealed record BeadIdSource(string Prefix, int Count, Func<int, int> Random)
{
    /// <summary>An id in the form of a random UUID (RFC 9562, version 4), as Beads gives its comments.</summary>
    public string NewCommentId()
    {
        Span<byte> bytes = stackalloc byte[16];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)Random(256);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
