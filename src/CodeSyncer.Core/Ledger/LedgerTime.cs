namespace CodeSyncer.Core.Ledger;

/// <summary>
/// Times of the ledger: RFC 3339 with any offset and any number of fraction digits when read; when written UTC with as
/// many fraction digits as it needs (at most 7: the unit is 100 ns). Source: RFC 3339, section 5.6.
/// </summary>
public static class LedgerTime
{
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'");

    /// <summary>Digits beyond 100 ns are cut off; a leap second is the second before it; an instant out of range is its bound.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or 't' or ' ') || text[13] != ':' || text[16] != ':'
            || !Number(text[..4], out var year) || !Number(text[5..7], out var month) || !Number(text[8..10], out var day)
            || !Number(text[11..13], out var hour) || !Number(text[14..16], out var minute) || !Number(text[17..19], out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 60)
            return false;
        var rest = text[19..];
        if (!Fraction(ref rest, out var ticks) || !Offset(rest, out var minutes))
            return false;
        var local = new DateTime(year, month, day, hour, minute, Math.Min(second, 59), DateTimeKind.Utc).Ticks + ticks;
        var instant = Math.Clamp(local - (minutes * TimeSpan.TicksPerMinute), DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        time = new DateTimeOffset(instant, TimeSpan.Zero);
        return true;
    }

    private static bool Fraction(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        if (rest[0] != '.')
            return true;
        var length = rest[1..].IndexOfAnyExceptInRange('0', '9');
        if (length <= 0)
            return false;
        for (var i = 0; i < 7; i++)
            ticks = (ticks * 10) + (i < length ? rest[i + 1] - '0' : 0);
        rest = rest[(length + 1)..];
        return true;
    }

    private static bool Offset(ReadOnlySpan<char> rest, out long minutes)
    {
        minutes = 0;
        if (rest is "Z" or "z")
            return true;
        if (rest.Length != 6 || rest[0] is not ('+' or '-') || rest[3] != ':'
            || !Number(rest[1..3], out var hour) || !Number(rest[4..], out var minute) || hour > 23 || minute > 59)
            return false;
        minutes = ((hour * 60) + minute) * (rest[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            number = (number * 10) + (c - '0');
        }

        return true;
    }
}
