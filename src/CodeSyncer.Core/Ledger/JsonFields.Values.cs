using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace CodeSyncer.Core.Ledger;

/// <content>Typed reading and replacing of single keys.</content>
[SuppressMessage("Naming", "CA1720", Justification = "String, Int and Object are the words of JSON for what is read.")]
public sealed partial class JsonFields
{
    public bool Has(string key) => IndexOf(key) >= 0;

    /// <summary>The value as it stands, or null.</summary>
    public ReadOnlyMemory<byte>? Raw(string key)
    {
        // Not one expression: there null would become an empty value.
        if (IndexOf(key) is >= 0 and var i)
            return _fields[i].Raw;
        return null;
    }

    /// <summary>Null where the key is missing or is no string.</summary>
    public string? String(string key) => Raw(key) is { } raw ? JsonText.Decode(raw.Span) : null;

    /// <summary>Null where the key is missing or is no whole number of 64 bits.</summary>
    public long? Int(string key) =>
        Raw(key) is { } raw && long.TryParse(raw.Span, System.Globalization.NumberStyles.AllowLeadingSign, null, out var number) ? number : null;

    /// <summary>False where the key is missing or is anything but <c>true</c>.</summary>
    public bool Bool(string key) => Raw(key) is { } raw && raw.Span.SequenceEqual("true"u8);

    /// <summary>Null where the key is missing or is no time of RFC 3339.</summary>
    public DateTimeOffset? Time(string key) =>
        String(key) is { } text && LedgerTime.TryParse(text, out var time) ? time : null;

    /// <summary>The strings of a list; what is no string in it is left out. Empty where the key is missing or is no list.</summary>
    public IReadOnlyList<string> StringList(string key)
    {
        var elements = Elements(key);
        return elements.Count == 0 ? [] : [.. elements.Select(raw => JsonText.Decode(raw.Span)).OfType<string>()];
    }

    /// <summary>The values of a list as they stand. Empty where the key is missing or is no list.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Elements(string key)
    {
        if (Raw(key) is not { } raw || raw.Span[0] != (byte)'[')
            return [];
        var elements = new List<ReadOnlyMemory<byte>>();
        var reader = new Utf8JsonReader(raw.Span, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            elements.Add(raw[start..(int)reader.BytesConsumed]);
        }

        return elements;
    }

    /// <summary>The objects of a list; what is no object in it is left out.</summary>
    public IReadOnlyList<JsonFields> Objects(string key)
    {
        var elements = Elements(key);
        return elements.Count == 0 ? [] : [.. elements.Where(raw => raw.Span[0] == (byte)'{').Select(ReadInner)];
    }

    /// <summary>The object under a key, or null.</summary>
    public JsonFields? Object(string key) => Raw(key) is { } raw && raw.Span[0] == (byte)'{' ? ReadInner(raw) : null;

    public JsonFields With(string key, string value) => WithRaw(key, JsonText.Encode(value));

    public JsonFields With(string key, long value) => WithRaw(key, Encoding.UTF8.GetBytes($"{value}"));

    public JsonFields With(string key, bool value) => WithRaw(key, value ? "true"u8.ToArray() : "false"u8.ToArray());

    public JsonFields With(string key, DateTimeOffset value) => With(key, LedgerTime.Write(value));

    public JsonFields With(string key, JsonFields value) => WithRaw(key, value.ToCompact());

    public JsonFields With(string key, IEnumerable<string> values) => WithElements(key, values.Select(value => (ReadOnlyMemory<byte>)JsonText.Encode(value)));

    public JsonFields With(string key, IEnumerable<JsonFields> values) => WithElements(key, values.Select(value => (ReadOnlyMemory<byte>)value.ToCompact()));

    /// <summary>A list of raw values.</summary>
    public JsonFields WithElements(string key, IEnumerable<ReadOnlyMemory<byte>> values)
    {
        var list = new List<byte> { (byte)'[' };
        foreach (var value in values)
        {
            if (list.Count > 1)
                list.Add((byte)',');
            list.AddRange(value.Span);
        }

        list.Add((byte)']');
        return WithRaw(key, list.ToArray());
    }

    /// <summary>Replaces the value of one key: valid JSON without white space around it; a new key comes last, or to <paramref name="place"/>.</summary>
    public JsonFields WithRaw(string key, ReadOnlyMemory<byte> raw, int place = int.MaxValue)
    {
        var i = IndexOf(key);
        if (i >= 0)
        {
            var replaced = (JsonField[])_fields.Clone();
            replaced[i] = replaced[i] with { Raw = raw };
            return new JsonFields(replaced);
        }

        place = Math.Min(place, _fields.Length);
        return new JsonFields([.. _fields[..place], new JsonField(key, raw, JsonText.Encode(key)), .. _fields[place..]]);
    }

    public JsonFields Without(string key) => IndexOf(key) is >= 0 and var i ? new JsonFields([.. _fields[..i], .. _fields[(i + 1)..]]) : this;

    private int IndexOf(string key)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            if (string.Equals(_fields[i].Key, key, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}
