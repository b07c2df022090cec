using System.IO.Hashing;
using System.Text;

namespace CodeSyncer.Core.Tags;

/// <summary>The id of a tag that has none of its own: what it says, not where it stands, so that moving code keeps it.</summary>
internal static class TagId
{
    private const int Length = 8;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>XxHash3 (64 bits) of kind, date and text in UTF-8, divided by NUL; its last eight digits in base 36.</summary>
    public static string Of(string kind, string? date, string text)
    {
        ulong hash = XxHash3.HashToUInt64(Encoding.UTF8.GetBytes($"{kind}\0{date}\0{text}"));
        return string.Create(Length, hash, static (id, rest) =>
        {
            for (int i = Length - 1; i >= 0; i--)
            {
                id[i] = Digits[(int)(rest % 36)];
                rest /= 36;
            }
        });
    }
}
