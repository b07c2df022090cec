using System.Text.Json;

namespace CodeSyncer.Core.Source.Marks;

/// <summary>
/// Reads the marks of a row of languages.json. A key that the row does not give comes from the row that it is <c>like</c>.
/// A mark is a string, or an object where it has properties; the words of the keys are those of the classes here.
/// </summary>
internal static class SyntaxReader
{
    /// <param name="row">The row's <c>syntax</c>.</param>
    /// <param name="triggers">Characters at which the lexer of the language has something to say.</param>
    /// <param name="byName">The other rows.</param>
    public static Syntax Read(ReadOnlyMemory<byte> row, string triggers, Func<string, Language> byName)
    {
        using var document = JsonDocument.Parse(row);
        var root = document.RootElement;
        var like = Text(root, "like") is { } name ? byName(name).Syntax : null;

        // Plain marks hide all others; comments come before strings, so that --[[ is no subtraction.
        return new Syntax(
            [.. Read("plain", Plain), .. Read("block", Block), .. Read("line", Line), .. Read("islands", Island), .. Read("strings", String)], triggers)
        {
            Word = Text(root, "word") ?? like?.Word ?? "",
            Breaks = Text(root, "breaks") ?? like?.Breaks ?? ";&|()",
            Keywords = Text(root, "keywords") is { } words ? Syntax.Words(words.Split(' ')) : like?.Keywords ?? Syntax.Words([]),
            RawElements = root.TryGetProperty("raw", out var raw)
                ? Syntax.Elements(raw.EnumerateObject().Select(element => KeyValuePair.Create(element.Name, element.Value.GetString()!)))
                : like?.RawElements ?? Syntax.Elements([]),
        };

        IEnumerable<T> Read<T>(string key, Func<JsonElement, T> read) where T : Mark =>
            root.TryGetProperty(key, out var list) ? [.. list.EnumerateArray().Select(read)] : like?.Marks.OfType<T>() ?? [];
    }

    private static PlainMark Plain(JsonElement mark) => new()
    {
        Open = Open(mark),
        Place = PlaceOf(mark),
        Takes = mark.ValueKind == JsonValueKind.Object && mark.TryGetProperty("takes", out var takes) ? takes.GetInt32() : 0,
    };

    private static LineComment Line(JsonElement mark) => new()
    {
        Open = Open(mark),
        Place = PlaceOf(mark),
        IgnoreCase = Is(mark, "ignore_case"),
        Continues = Is(mark, "continues"),
        Indented = Is(mark, "indented"),
    };

    private static BlockComment Block(JsonElement mark) => new()
    {
        Open = Open(mark),
        Close = Text(mark, "close") ?? throw Malformed("a block comment has a 'close'"),
        Place = PlaceOf(mark),
        IgnoreCase = Is(mark, "ignore_case"),
        Nested = Is(mark, "nested"),
        MustClose = Is(mark, "must_close"),
        Strings = Is(mark, "strings"),
        Escape = Text(mark, "escape") is [var escape, ..] ? escape : '\0',
        Form = Is(mark, "doc") ? CommentForm.Doc : CommentForm.Block,
    };

    /// <summary>One whose code ends at the first closing mark has a <c>close</c>; one whose code must be read for that, a <c>hole_close</c>.</summary>
    private static Island Island(JsonElement mark) => new()
    {
        Open = Open(mark),
        Place = PlaceOf(mark),
        Close = Text(mark, "close"),
        Hole = Text(mark, "hole_close") is { } close ? new() { Open = Open(mark), Close = close } : null,
        Language = Text(mark, "language") ?? throw Malformed("an island has a 'language'"),
    };

    private static StringForm String(JsonElement mark) => new()
    {
        Open = Open(mark),
        Close = Text(mark, "close") ?? Open(mark),
        Place = PlaceOf(mark),
        IgnoreCase = Is(mark, "ignore_case"),
        Escape = (Text(mark, "escape") ?? "\\") is [var escape, ..] ? escape : '\0',
        Literals = Texts(mark, "literals"),
        Lines = Is(mark, "lines"),
        Character = Is(mark, "character"),
        MustClose = Is(mark, "must_close"),
        Nests = Text(mark, "nests") is [var nests, ..] ? nests : '\0',
        Holes = [.. Texts(mark, "holes").Select(hole => HoleOf(hole, Text(mark, "format")))],
    };

    /// <summary>Written as its two marks with a blank between: <c>"${ }"</c>.</summary>
    private static Hole HoleOf(string marks, string? format) => marks.Split(' ') is [var open, var close]
        ? new() { Open = open, Close = close, Format = format is [var begin, ..] ? begin : '\0' }
        : throw Malformed($"a hole has two marks, not '{marks}'");

    private static Place PlaceOf(JsonElement mark) => Text(mark, "place") switch
    {
        null => Place.Anywhere,
        "word_start" => Place.WordStart,
        "behind_blank" => Place.BehindBlank,
        "line_start" => Place.LineStart,
        "column" => Place.Column,
        "column_7" => Place.Column7,
        "file_start" => Place.FileStart,
        "in_tag" => Place.InTag,
        "own_line" => Place.OwnLine,
        "behind_word" => Place.BehindWord,
        "not_behind_operand" => Place.NotBehindOperand,
        "own_operator" => Place.OwnOperator,
        var other => throw Malformed($"there is no place '{other}'"),
    };

    private static string Open(JsonElement mark) =>
        (mark.ValueKind == JsonValueKind.String ? mark.GetString() : Text(mark, "open")) ?? throw Malformed("a mark has an 'open'");

    private static string? Text(JsonElement mark, string key) =>
        mark.ValueKind == JsonValueKind.Object && mark.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static string[] Texts(JsonElement mark, string key) =>
        mark.ValueKind == JsonValueKind.Object && mark.TryGetProperty(key, out var list)
            ? [.. list.EnumerateArray().Select(text => text.GetString()!)]
            : [];

    private static bool Is(JsonElement mark, string key) =>
        mark.ValueKind == JsonValueKind.Object && mark.TryGetProperty(key, out var value) && value.GetBoolean();

    /// <summary>A mistake of this project's own data, which the tests of every row would find.</summary>
    private static FormatException Malformed(string rule) => new($"languages.json: {rule}");
}
