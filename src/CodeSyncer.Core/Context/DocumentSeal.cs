using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace CodeSyncer.Core.Context;

/// <summary>
/// The first line of a generated document. It says what the file is and carries a hash of the rest, so that the file
/// itself tells whether a person edited it: no state can be lost, and a copied work tree is understood.
/// </summary>
public static class DocumentSeal
{
    private const string Opening = "<!-- codesyncer ";

    private const string Local = ": made from the @codesyncer tags in the code, for this work tree only. Edit the comments, not this file. -->\n";

    private static readonly int FirstLineLength = Encoding.UTF8.GetByteCount(Opening + Local) + HashLength;

    private const int HashLength = 16;

    private const string Published = "<!-- codesyncer: made from the @codesyncer tags in the code. Edit the comments, not this file. -->\n";

    /// <summary>A local document with its sealing first line.</summary>
    public static byte[] Seal(string body)
    {
        var document = new byte[FirstLineLength + Encoding.UTF8.GetByteCount(body)];
        Encoding.UTF8.GetBytes(body, document.AsSpan(FirstLineLength));
        Encoding.UTF8.GetBytes(Opening + HashOf(document.AsSpan(FirstLineLength)) + Local, document);
        return document;
    }

    /// <summary>A document for publishing: without the hash, so that two versions differ only where they differ.</summary>
    public static byte[] Publish(string body) => Encoding.UTF8.GetBytes(Published + body);

    /// <summary>Whether a file is a document of ours, and whether it still is as we wrote it.</summary>
    public static SealState Check(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Encoding.ASCII.GetBytes(Opening.TrimEnd())))
            return SealState.Foreign;
        if (file.StartsWith(Encoding.UTF8.GetBytes(Published)))
            return SealState.Intact;
        var end = file.IndexOf((byte)'\n');
        var first = Encoding.UTF8.GetString(end < 0 ? file : file[..(end + 1)]);
        return end >= 0 && first == Opening + HashOf(file[(end + 1)..]) + Local ? SealState.Intact : SealState.Edited;
    }

    private static string HashOf(ReadOnlySpan<byte> body) =>
        XxHash3.HashToUInt64(body).ToString("x16", CultureInfo.InvariantCulture);
}
