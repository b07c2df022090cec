using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace CodeSyncer.Core.Ledger;

/// <summary>
/// A JSON object as an ordered list of keys and raw values: what nobody touches stays byte for byte (numbers, escapes,
/// time texts, unknown keys). It never changes: every <c>With</c> gives a new one. Equality is that of the bytes.
/// </summary>
public sealed partial class JsonFields : IEquatable<JsonFields>
{
    /// <summary>Deeper values are no ledger items; the bound keeps every later reader safe.</summary>
    private const int MaxDepth = 128;

    /// <summary>From here on a dictionary finds double keys, so that no input takes quadratic time.</summary>
    private const int ManyKeys = 24;

    private readonly JsonField[] _fields;

    private JsonFields(JsonField[] fields) => _fields = fields;

    public static JsonFields Empty { get; } = new([]);

    /// <summary>In the order of the file; no key is there twice.</summary>
    public IReadOnlyList<JsonField> Fields => _fields;

    /// <summary>Reads one object; of double keys the last value counts, at the place of the first.</summary>
    /// <exception cref="FormatException">It is no UTF-8, no JSON, no object, too deep or something follows it; the message says which.</exception>
    public static JsonFields Parse(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            throw new FormatException("it is not UTF-8");
        try
        {
            return Read(json.ToArray(), isStrict: true);
        }
        catch (JsonException error)
        {
            throw new FormatException($"it is not JSON (byte {error.BytePositionInLine} of its line {error.LineNumber + 1})", error);
        }
        catch (InvalidOperationException error)
        {
            throw new FormatException("a key of it is not Unicode", error);
        }
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static JsonFields Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>
    /// Reads an object that stands within one that was read already. Keys that are not Unicode are refused at the top
    /// only: further down they stay as they are, and read as if with U+FFFD.
    /// </summary>
    internal static JsonFields ReadInner(ReadOnlyMemory<byte> json) => Read(json.ToArray(), isStrict: false);

    private static JsonFields Read(byte[] json, bool isStrict)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new FormatException("it is not a JSON object");
        var fields = new List<JsonField>(16);
        Dictionary<string, int>? places = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var rawKey = json.AsMemory((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
            var key = JsonKeys.Find(reader.ValueSpan) ?? (isStrict ? reader.GetString() : JsonText.Decode(rawKey.Span))!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var field = new JsonField(key, json.AsMemory(start, (int)reader.BytesConsumed - start), rawKey);
            var place = PlaceOf(key, fields, ref places);
            if (place >= 0)
                fields[place] = field;
            else
                fields.Add(field);
        }

        // What follows the object is an error of the reader's own.
        reader.Read();
        return new JsonFields([.. fields]);
    }

    private static int PlaceOf(string key, List<JsonField> fields, ref Dictionary<string, int>? places)
    {
        if (fields.Count < ManyKeys)
        {
            for (var i = 0; i < fields.Count; i++)
            {
                if (string.Equals(fields[i].Key, key, StringComparison.Ordinal))
                    return i;
            }

            return -1;
        }

        if (places is null)
        {
            places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < fields.Count; i++)
                places[fields[i].Key] = i;
        }

        return places.TryAdd(key, fields.Count) ? -1 : places[key];
    }

    /// <summary>One key a line, as it stands in the ledger: git shows what changed by key.</summary>
    public byte[] ToLines() => Write(lines: true);

    /// <summary>One line without its line end, as in JSONL.</summary>
    public byte[] ToCompact() => Write(lines: false);

    private byte[] Write(bool lines)
    {
        var text = new ArrayBufferWriter<byte>(2 + _fields.Sum(field => field.RawKey.Length + field.Raw.Length + 3) + 4);
        text.Write(lines ? "{\n"u8 : "{"u8);
        for (var i = 0; i < _fields.Length; i++)
        {
            if (i > 0)
                text.Write(lines ? ",\n"u8 : ","u8);
            text.Write(_fields[i].RawKey.Span);
            text.Write(":"u8);
            var raw = _fields[i].Raw.Span;
            text.Write(lines || raw.IndexOfAny((byte)'\n', (byte)'\r') < 0 ? raw : OneLine(raw));
        }

        text.Write(lines ? "}\n"u8 : "}"u8);
        return text.WrittenSpan.ToArray();
    }

    /// <summary>Within strings line ends are escaped: those that stand there raw say nothing.</summary>
    private static byte[] OneLine(ReadOnlySpan<byte> raw) => [.. raw.ToArray().Where(b => b is not ((byte)'\n' or (byte)'\r'))];

    public bool Equals(JsonFields? other)
    {
        if (other is null || other._fields.Length != _fields.Length)
            return false;
        for (var i = 0; i < _fields.Length; i++)
        {
            if (_fields[i].Key != other._fields[i].Key || !_fields[i].Raw.Span.SequenceEqual(other._fields[i].Raw.Span))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as JsonFields);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var field in _fields)
            hash.AddBytes(field.Raw.Span);
        return hash.ToHashCode();
    }

    public override string ToString() => Encoding.UTF8.GetString(ToCompact());
}
