using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CodeSyncer.Core.Ledger;

/// <summary>Strings of JSON, written as Beads writes them and read whatever they hold.</summary>
public static class JsonText
{
    /// <summary>Source: encoding/json of Go: what HTML or JavaScript would act on is escaped, all other letters stay.</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\<>&\u2028\u2029" + string.Concat(Enumerable.Range(0, 0x20).Select(code => (char)code)));

    /// <summary>The string as a JSON value with its quotes, in UTF-8; a lone surrogate becomes U+FFFD.</summary>
    public static byte[] Encode(string text)
    {
        if (!text.AsSpan().ContainsAny(Escaped))
            return Encoding.UTF8.GetBytes($"\"{text}\"");
        var json = new StringBuilder(text.Length + 16).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append(@"\\"),
                '\n' => json.Append(@"\n"),
                '\r' => json.Append(@"\r"),
                '\t' => json.Append(@"\t"),
                '<' or '>' or '&' or '\u2028' or '\u2029' or < ' ' => json.Append($"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        }

        return Encoding.UTF8.GetBytes(json.Append('"').ToString());
    }

    /// <summary>The text of a string value; null for any other value. Half a surrogate pair becomes U+FFFD.</summary>
    public static string? Decode(ReadOnlySpan<byte> raw)
    {
        if (raw.Length < 2 || raw[0] != (byte)'"')
            return null;
        var inner = raw[1..^1];
        if (!inner.Contains((byte)'\\'))
            return Encoding.UTF8.GetString(inner);
        var reader = new Utf8JsonReader(raw);
        try
        {
            reader.Read();
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return DecodeHalves(inner);
        }
    }

    private static string DecodeHalves(ReadOnlySpan<byte> inner)
    {
        var from = Encoding.UTF8.GetString(inner);
        var text = new StringBuilder(from.Length);
        for (var i = 0; i < from.Length; i++)
        {
            if (from[i] != '\\')
            {
                text.Append(from[i]);
                continue;
            }

            i++;
            if (from[i] == 'u')
            {
                text.Append((char)Convert.ToUInt16(from.Substring(i + 1, 4), 16));
                i += 4;
            }
            else
            {
                text.Append(from[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var c => c });
            }
        }

        // Through UTF-8 and back: that is where halves become U+FFFD.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
