using System.Text.Json;

namespace CodeSyncer.Core.Source;

/// <summary>
/// The rows of languages.json. Only what names a language is read here; the marks of a row are read when the first
/// file of its language is lexed.
/// </summary>
internal sealed class LanguageTable
{
    private readonly byte[] _json;
    private readonly Dictionary<string, Language> _byName = new(StringComparer.OrdinalIgnoreCase);
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

    public Language Named(string name) => _byName[name];

    private void ReadRow(ref Utf8JsonReader reader)
    {
        var name = "";
        var lexer = "";
        List<string> extensions = [], files = [], interpreters = [];
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
                case "syntax": marks = Skip(ref reader); break;
                case var other: throw new FormatException($"languages.json: no key '{other}'");
            }
        }

        var language = new Language(name, lexer, _ => SyntaxReader.Read(marks, Named));
        All.Add(language);
        _byName.Add(name, language);
        Register(Extensions, extensions, language);
        Register(Files, files, language);
        Register(Interpreters, interpreters, language);
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

    private ReadOnlyMemory<byte> Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return _json.AsMemory(start, (int)reader.BytesConsumed - start);
    }
}
