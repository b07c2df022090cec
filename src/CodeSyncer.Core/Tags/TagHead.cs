namespace CodeSyncer.Core.Tags;

/// <summary>What stands between a tag's kind and its text: date, note and the known keys.</summary>
internal struct TagHead
{
    private static readonly string[] Keys = ["id", "by", "supersedes", "expires", "status", "date", "note"];

    public string? Id { get; set; }

    public string? Date { get; set; }

    public string? Note { get; private set; }

    public string? By { get; private set; }

    public string? Supersedes { get; private set; }

    public string? Expires { get; private set; }

    public string? Status { get; private set; }

    /// <summary>A date of the form YYYY-MM-DD at the beginning; the calendar is not asked.</summary>
    public static bool BeginsWithDate(ReadOnlySpan<char> text)
    {
        if (text.Length < 10 || text[4] != '-' || text[7] != '-') return false;
        for (int i = 0; i < 10; i++)
        {
            if (i is not (4 or 7) && !char.IsAsciiDigit(text[i])) return false;
        }

        return text.Length == 10 || !(char.IsAsciiLetterOrDigit(text[10]) || text[10] is '-' or '_');
    }

    /// <summary>Whether the inside of parentheses says by itself that it belongs to the tag and not to the text.</summary>
    public static bool IsHead(ReadOnlySpan<char> inside)
    {
        inside = inside.Trim();
        return BeginsWithDate(inside) || KeyAt(inside, 0, out _) is not null;
    }

    /// <summary>Reads the inside of parentheses, part by part; what is no date and no known key is the note.</summary>
    public void Read(ReadOnlySpan<char> inside)
    {
        int start = 0;
        char separator = '\0';
        for (int at = 0; at <= inside.Length; at++)
        {
            bool cut = at == inside.Length || inside[at] is ',' or ';' or '，' or '、' or '；'
                || (inside[at] is ' ' or '\t' && at > start && KeyAt(inside, at + 1, out _) is not null);
            if (cut)
            {
                ReadPart(inside[start..at].Trim(), separator);
                separator = at < inside.Length ? inside[at] : '\0';
                start = at + 1;
            }
            else if (inside[at] == '=')
            {
                at = SkipQuoted(inside, at);
            }
        }
    }

    private void ReadPart(ReadOnlySpan<char> part, char separator)
    {
        if (part.IsEmpty) return;
        if (KeyAt(part, 0, out int valueStart) is { } key && Set(key, Unquote(part[valueStart..].Trim()))) return;
        if (Date is null && BeginsWithDate(part))
        {
            Date = part[..10].ToString();
            ReadOnlySpan<char> rest = part[10..];
            // A particle that is glued to the date keeps the date in the note, so that the note still reads as a sentence.
            if (!rest.IsEmpty && char.IsLetter(rest[0])) rest = part;
            else rest = rest.TrimStart(" \t:：-–—/|");
            if (!rest.IsEmpty) AddNote(rest, separator);
            return;
        }

        AddNote(part, separator);
    }

    private bool Set(string key, string value)
    {
        if (value.Length == 0) return false;
        switch (key)
        {
            case "id" when Id is null: Id = value; return true;
            case "by" when By is null: By = value; return true;
            case "supersedes" when Supersedes is null: Supersedes = value; return true;
            case "expires" when Expires is null: Expires = value; return true;
            case "status" when Status is null: Status = value; return true;
            case "date" when Date is null && value.Length == 10 && BeginsWithDate(value): Date = value; return true;
            case "note": AddNote(value, ','); return true;
            default: return false;
        }
    }

    private void AddNote(ReadOnlySpan<char> part, char separator)
    {
        if (Note is null)
        {
            Note = part.ToString();
            return;
        }

        Note += separator switch
        {
            ',' or ';' => separator + " ",
            '\0' or ' ' or '\t' => " ",
            _ => separator.ToString(),
        } + part.ToString();
    }

    private static string? KeyAt(ReadOnlySpan<char> text, int at, out int valueStart)
    {
        valueStart = 0;
        if (at >= text.Length) return null;
        ReadOnlySpan<char> rest = text[at..];
        foreach (string key in Keys)
        {
            if (!rest.StartsWith(key, StringComparison.OrdinalIgnoreCase)) continue;
            int after = key.Length;
            while (after < rest.Length && rest[after] == ' ') after++;
            if (after == rest.Length || rest[after] != '=') continue;
            valueStart = at + after + 1;
            return key;
        }

        return null;
    }

    /// <summary>A value in quotes may hold commas. Returns the offset of its closing quote, or the equals sign's where there is none.</summary>
    private static int SkipQuoted(ReadOnlySpan<char> inside, int equals)
    {
        int quote = equals + 1;
        while (quote < inside.Length && inside[quote] == ' ') quote++;
        if (quote >= inside.Length || inside[quote] is not ('"' or '\'')) return equals;
        int closing = inside[(quote + 1)..].IndexOf(inside[quote]);
        return closing < 0 ? equals : quote + 1 + closing;
    }

    private static string Unquote(ReadOnlySpan<char> value) =>
        (value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1].Trim() : value).ToString();
}
