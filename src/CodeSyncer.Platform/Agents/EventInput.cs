using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Platform.Agents;

/// <summary>What an agent wrote on our standard input.</summary>
public static class EventInput
{
    /// <summary>Bytes of an event that is read.</summary>
    public const int Longest = 32 << 20;

    /// <param name="input">Null: longer than <see cref="Longest"/>.</param>
    /// <param name="unread">Why not, for a sentence.</param>
    internal static bool TryParse(ReadOnlyMemory<byte>? input, out JsonFields fields, out string unread)
    {
        (fields, unread) = (JsonFields.Empty, "");
        if (input is not { } bytes)
        {
            unread = $"it has more than {Longest >> 20} MB";
            return false;
        }

        try
        {
            // Some shells on Windows put a byte order mark before what they pipe.
            fields = JsonFields.Parse(bytes.Span.StartsWith("\uFEFF"u8) ? bytes.Span[3..] : bytes.Span);
            return true;
        }
        catch (FormatException failure)
        {
            unread = failure.Message;
            return false;
        }
    }
}
