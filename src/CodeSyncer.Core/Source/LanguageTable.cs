using System.Text.Json;

namespace CodeSyncer.Core.Source;

/// <summary>
/// The rows of languages.json. Only what names a language is read here; the marks of a row are read when the first
/// file of its language is lexed.
/// </summary>
internal sealed class LanguageTable
{
    private readonly byte[] _json;
    private static readonly byte[] NoMarks = "{}"u8.ToArray();

    public LanguageTable()
    {
        using var stream = typeof(LanguageTable).Assembly.GetManifestResourceStream("CodeSyncer.Core.Source.languages.json")!;
        _json = new byte[stream.Length];
        stream.ReadExactly(_json);

        var reader = new Utf8JsonReader(_json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            ReadRow(ref reader);
    }

    public List<Language> All { get; } = [];

    public Dictionary<string, Language> Extensions { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whole file names, or what stands before their first dot.</summary>
    public Dictionary<string, Language> Files { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, Language> Interpreters { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Language> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words by which a tag names the language of its content, besides names and extensions.</summary>
    public Dictionary<string, Language> Embedded { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>For an extension of several languages: how a file of another than the usual one begins.</summary>
    public Dictionary<string, List<(string Beginning, Language Language)>> Beginnings { get; } = new(StringComparer.OrdinalIgnoreCase);

    private void ReadRow(ref Utf8JsonReader reader)
    {
        var name = "";
        var lexer = "row";
        List<string> extensions = [], files = [], interpreters = [], embedded = [];
        List<(string Extension, string Beginning)> beginnings = [];
        ReadOnlyMemory<byte> marks = NoMarks;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            switch (reader.GetString())
            {
                case "name": name = ReadString(ref reader); break;
                case "lexer": lexer = ReadString(ref reader); break;
                case "extensions": ReadStrings(ref reader, extensions); break;
                case "files": ReadStrings(ref reader, files); break;
                case "interpreters": ReadStrings(ref reader, interpreters); break;
                case "if_begins": ReadBeginnings(ref reader, beginnings); break;
                case "embedded": ReadStrings(ref reader, embedded); break;
                case "syntax": marks = Skip(ref reader); break;
                case var other: throw new FormatException($"languages.json: no key '{other}'");
            }
        }

        var language = new Language(name, lexer, marks);
        All.Add(language);
        Names.Add(name, language);
        Register(Extensions, extensions, language);
        Register(Files, files, language);
        Register(Interpreters, interpreters, language);
        Register(Embedded, embedded, language);
        foreach (var (extension, beginning) in beginnings)
            (Beginnings.TryGetValue(extension, out var list) ? list : Beginnings[extension] = []).Add((beginning, language));
    }

    private static void Register(Dictionary<string, Language> table, List<string> keys, Language language)
    {
        foreach (var key in keys)
            table.Add(key, language);
    }

    private static string ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString()!;
    }

    private static void ReadStrings(ref Utf8JsonReader reader, List<string> into)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
            into.Add(reader.GetString()!);
    }

    private static void ReadBeginnings(ref Utf8JsonReader reader, List<(string Extension, string Beginning)> into)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var extension = reader.GetString()!;
            var beginnings = new List<string>();
            ReadStrings(ref reader, beginnings);
            into.AddRange(beginnings.Select(beginning => (extension, beginning)));
        }
    }

    private ReadOnlyMemory<byte> Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return _json.AsMemory(start, (int)reader.BytesConsumed - start);
    }
}
