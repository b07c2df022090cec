using CodeSyncer.Core.Errors;

namespace CodeSyncer.Core.Town;

/// <summary>
/// Names of rigs, crews and polecats: they become folders and parts of branch names on every system. Letters, digits,
/// <c>-</c>, <c>_</c> and <c>.</c>, beginning with a letter or digit; at most 40 characters; none that Windows keeps for
/// devices. Source of those: Microsoft's "Naming Files, Paths, and Namespaces".
/// </summary>
public static class TownName
{
    public const int MaxLength = 40;

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

    private static string? Refuse(string name) => name switch
    {
        "" => "it is empty",
        { Length: > MaxLength } => $"it has more than {MaxLength} characters",
        _ when name.Contains('/') || name.Contains('\\') => "it is a path",
        _ when !char.IsAsciiLetterOrDigit(name[0]) => "it does not begin with a letter or a digit",
        _ when name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.')) => "only letters, digits, '-', '_' and '.' are safe in paths and branch names",
        _ when name.EndsWith('.') || name.EndsWith(".lock", StringComparison.OrdinalIgnoreCase) || name.Contains("..", StringComparison.Ordinal) => "git or Windows cannot use it",
        _ when Devices.Contains(name.Split('.')[0], StringComparer.OrdinalIgnoreCase) => "Windows keeps it for a device",
        _ when Taken.Contains(name, StringComparer.OrdinalIgnoreCase) => "it means something else in a town",
        _ => null,
    };
}
