using System.Globalization;
using System.Text;
using CodeSyncer.Core.Errors;

namespace CodeSyncer.Core.Town;

/// <summary>
/// Names of rigs, crews and polecats: they become folders and parts of branch names on every system. Letters and digits of any
/// script (with the marks that belong to them), <c>-</c>, <c>_</c> and <c>.</c>, beginning with a letter or digit; at most 40 bytes;
/// none that Windows keeps for devices. Source of those: Microsoft's "Naming Files, Paths, and Namespaces". They are shown as
/// given; <see cref="TownLayout.Part"/> makes parts of paths and branch names of them.
/// </summary>
public static class TownName
{
    /// <summary>Bytes of UTF-8: 40 plain letters, 13 of Korean or Chinese. An address holds two of them, a path also, escaped.</summary>
    public const int MaxBytes = 40;

    private static readonly string[] Devices =
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"com{number}", $"lpt{number}" })];

    /// <summary>Names that would read as something else in an address.</summary>
    private static readonly string[] Taken = ["mayor", "town", "crew", "polecats", "queue"];

    /// <param name="what">What is named: <c>rig</c>, <c>crew</c>, <c>polecat</c>.</param>
    /// <exception cref="CodeSyncerException">It is no such name.</exception>
    public static string Check(string what, string name) => Refuse(name) is { } reason ? throw TownErrors.BadName(what, name, reason) : name;

    public static bool IsGood(string name) => Refuse(name) is null;

    /// <summary>Two names that differ in case only would be one folder on Windows and macOS.</summary>
    public static bool AreSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>A text made such a name: what no name may hold becomes a dash. Null: nothing is left of it.</summary>
    /// <param name="most">Bytes.</param>
    public static string? Of(string text, int most = MaxBytes)
    {
        var name = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var kept = IsSafe(rune) ? rune : new Rune('-');
            if (name.Length == 0 && !Rune.IsLetterOrDigit(kept))
                continue;
            if ((bytes += kept.Utf8SequenceLength) > most)
                break;
            name.Append(kept);
        }

        var trimmed = name.ToString().TrimEnd('-', '_', '.');
        return IsGood(trimmed) ? trimmed : null;
    }

    /// <summary>A letter or digit of any script, a mark on one, or one of the three signs. Half surrogates are none: they are read as U+FFFD.</summary>
    private static bool IsSafe(Rune rune) => rune.Value is '-' or '_' or '.' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string? Refuse(string name) => name switch
    {
        "" => "it is empty",
        _ when Encoding.UTF8.GetByteCount(name) > MaxBytes => $"it has more than {MaxBytes} bytes (that many plain letters, 13 of Korean or Chinese)",
        _ when name.Contains('/') || name.Contains('\\') => "it is a path",
        _ when !Rune.IsLetterOrDigit(name.EnumerateRunes().First()) => "it does not begin with a letter or a digit",
        _ when !name.EnumerateRunes().All(IsSafe) => "only letters, digits, '-', '_' and '.' are safe in names",
        _ when name.EndsWith('.') || name.EndsWith(".lock", StringComparison.OrdinalIgnoreCase) || name.Contains("..", StringComparison.Ordinal) => "git or Windows cannot use it",
        _ when Devices.Contains(name.Split('.')[0], StringComparer.OrdinalIgnoreCase) => "Windows keeps it for a device",
        _ when Taken.Contains(name, StringComparer.OrdinalIgnoreCase) => "it means something else in a town",
        _ => null,
    };
}
