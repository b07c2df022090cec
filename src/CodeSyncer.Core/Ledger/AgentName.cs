using System.Globalization;
using System.Text;

namespace CodeSyncer.Core.Ledger;

/// <summary>Names of agents in paths and branch names: all but <c>a-z 0-9 -</c> is escaped as <c>_xx</c> per byte of UTF-8, reversibly.</summary>
public static class AgentName
{
    /// <summary>Bytes of UTF-8; escaped, the longest name still fits the name of a file.</summary>
    public const int MaxBytes = 80;

    /// <summary>Not empty, not too long, no control characters, no half surrogates, no white space around it.</summary>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaxBytes && !name.Any(char.IsControl) && name.Trim().Length == name.Length
        && Encoding.UTF8.GetByteCount(name) <= MaxBytes && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)) == name;

    public static string Escape(string name)
    {
        var escaped = new StringBuilder(name.Length);
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            // A dash in front would read as an option, or be no branch name.
            if (b is >= (byte)'a' and <= (byte)'z' or >= (byte)'0' and <= (byte)'9' || (b == (byte)'-' && escaped.Length > 0))
                escaped.Append((char)b);
            else
                escaped.Append($"_{b:x2}");
        }

        return escaped.ToString();
    }

    /// <summary>The name again, or null where <paramref name="escaped"/> is nothing that <see cref="Escape"/> gives.</summary>
    public static string? Unescape(string escaped)
    {
        var bytes = new List<byte>(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '_')
            {
                bytes.Add((byte)escaped[i]);
                continue;
            }

            if (i + 2 >= escaped.Length || !byte.TryParse(escaped.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, null, out var b))
                return null;
            bytes.Add(b);
            i += 2;
        }

        var name = Encoding.UTF8.GetString(bytes.ToArray());
        return Escape(name) == escaped ? name : null;
    }
}
