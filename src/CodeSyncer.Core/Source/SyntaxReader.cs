using System.Text.Json;

namespace CodeSyncer.Core.Source;

/// <summary>Reads the marks of one row of languages.json. A key that a row does not give comes from the row it is <c>like</c>.</summary>
internal static class SyntaxReader
{
    public static Syntax Read(ReadOnlyMemory<byte> row, Func<string, Language> byName)
    {
        using var document = JsonDocument.Parse(row);
        var root = document.RootElement;
        var like = root.TryGetProperty("like", out var name) ? byName(name.GetString()!).Syntax : null;

        return new Syntax(
        [
            .. Marks<PlainMark>("plain", Plain),
            .. Marks<BlockComment>("block", Block),
            .. Marks<LineComment>("line", Line),
            .. Marks<StringForm>("strings", String),
        ], Text(root, "word") ?? like?.Word ?? "", Text(root, "triggers") ?? "");

        IEnumerable<T> Marks<T>(string key, Func<JsonElement, T> read) where T : Mark =>
            root.TryGetProperty(key, out var list) ? list.EnumerateArray().Select(read) : like?.Marks.OfType<T>() ?? [];
    }

    private static PlainMark Plain(JsonElement mark) => mark.ValueKind == JsonValueKind.String
        ? new() { Open = mark.GetString()! }
        : new() { Open = Required(mark, "mark"), Takes = mark.TryGetProperty("takes", out var takes) ? takes.GetInt32() : 0, Place = PlaceOf(mark) };

    private static LineComment Line(JsonElement mark) => mark.ValueKind == JsonValueKind.String
        ? new() { Open = mark.GetString()! }
        : new() { Open = Required(mark, "mark"), Place = PlaceOf(mark), IgnoreCase = Is(mark, "ignore_case"), Continues = Is(mark, "continues") };

    private static BlockComment Block(JsonElement mark) => new()
    {
        Open = Required(mark, "open"),
        Close = Required(mark, "close"),
        Place = PlaceOf(mark),
        IgnoreCase = Is(mark, "ignore_case"),
        Nested = Is(mark, "nested"),
        Strings = Is(mark, "strings"),
        Form = Is(mark, "doc") ? CommentForm.Doc : CommentForm.Block,
    };

    private static StringForm String(JsonElement mark)
    {
        if (mark.ValueKind == JsonValueKind.String)
            return new() { Open = mark.GetString()!, Close = mark.GetString()!, Escape = '\\' };

        var open = Required(mark, "open");
        return new()
        {
            Open = open,
            Close = Text(mark, "close") ?? open,
            Escape = (Text(mark, "escape") ?? "\\") is [var escape, ..] ? escape : '\0',
            Place = PlaceOf(mark),
            IgnoreCase = Is(mark, "ignore_case"),
            Doubled = Is(mark, "doubled"),
            Lines = Is(mark, "lines"),
            Character = Is(mark, "character"),
            MustClose = Is(mark, "must_close"),
            HoleOpen = Text(mark, "hole"),
            HoleClose = Text(mark, "hole_close") ?? "}",
            HoleDoubled = Is(mark, "hole_doubled"),
            HoleFormat = Text(mark, "hole_format") is [var format, ..] ? format : '\0',
            Doc = Is(mark, "doc"),
        };
    }

    private static Place PlaceOf(JsonElement mark) => Text(mark, "place") switch
    {
        null => Place.Anywhere,
        "word_start" => Place.WordStart,
        "behind_blank" => Place.BehindBlank,
        "line_start" => Place.LineStart,
        "column" => Place.Column,
        "behind_word" => Place.BehindWord,
        "not_behind_operand" => Place.NotBehindOperand,
        "own_operator" => Place.OwnOperator,
        var other => throw new FormatException($"languages.json: no place '{other}'"),
    };

    private static string Required(JsonElement mark, string key) =>
        Text(mark, key) ?? throw new FormatException($"languages.json: a mark without '{key}'");

    private static string? Text(JsonElement mark, string key) => mark.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static bool Is(JsonElement mark, string key) => mark.TryGetProperty(key, out var value) && value.GetBoolean();
}
