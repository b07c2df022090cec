using System.Buffers;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>Reads what a tag says of the language of its content: <c>&lt;script lang="ts"&gt;</c>, <c>&lt;style type="text/less"&gt;</c>.</summary>
internal static class TagAttributes
{
    /// <summary>No attribute that matters stands further from the start of its tag.</summary>
    private const int LongestTag = 1_000;

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\"'>;");

    /// <summary>The value of <c>lang</c>, or the subtype of the media type, without its <c>x-</c>; empty: the tag says nothing.</summary>
    public static ReadOnlySpan<char> LanguageOf(ReadOnlySpan<char> tag)
    {
        tag = tag[..Math.Min(tag.Length, LongestTag)];
        if (ValueOf(tag, "lang") is { IsEmpty: false } language)
            return language;

        var type = ValueOf(tag, "type");
        var subtype = type[(type.LastIndexOf('/') + 1)..];
        return subtype.StartsWith("x-") ? subtype[2..] : subtype;
    }

    private static ReadOnlySpan<char> ValueOf(ReadOnlySpan<char> tag, ReadOnlySpan<char> name)
    {
        for (var at = tag.IndexOf(name); at > 0; at = Next(tag, name, at))
        {
            var rest = tag[(at + name.Length)..].TrimStart();
            if (!char.IsWhiteSpace(tag[at - 1]) || rest is not ['=', ..])
                continue;

            var value = rest[1..].TrimStart().TrimStart("\"'");
            var end = value.IndexOfAny(ValueEnds);
            return end < 0 ? value : value[..end];
        }

        return default;
    }

    private static int Next(ReadOnlySpan<char> tag, ReadOnlySpan<char> name, int at)
    {
        var next = tag[(at + 1)..].IndexOf(name);
        return next < 0 ? -1 : at + 1 + next;
    }
}
