using System.IO.Hashing;
using System.Text;

namespace CodeSyncer.Core.Ledger.Interchange;

/// <summary>Names of records that are no beads: a memory by its key, a header by what it is, anything else by its content.</summary>
internal static class ImportName
{
    /// <summary>16 hexadecimal digits of XxHash3 (64 bits).</summary>
    public static string Of(JsonFields other)
    {
        var identity = other.String("_type") == "memory" && other.String("key") is { } key ? Encoding.UTF8.GetBytes($"memory\0{key}")
            : other.Has("_schema") ? "schema"u8.ToArray()
            : other.ToCompact();
        return XxHash3.HashToUInt64(identity).ToString("x16");
    }
}
