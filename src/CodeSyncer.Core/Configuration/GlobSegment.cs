using System.Text;

namespace CodeSyncer.Core.Configuration;

/// <summary>What a pattern says about one name of a path (between slashes), or <c>**</c>: any number of names.</summary>
internal sealed class GlobSegment
{
    private readonly Part[] _parts;

    /// <summary>The name itself where the segment has no wildcard; behind a leading <c>*</c>, the name's end.</summary>
    private readonly string? _literal;

    private readonly bool _anyStart;

    private GlobSegment(List<Part> parts, bool anyDepth)
    {
        _parts = [.. parts];
        IsAnyDepth = anyDepth;
        _anyStart = _parts is [{ Kind: PartKind.Star }, ..];
        var rest = _anyStart ? _parts[1..] : _parts;
        if (rest.All(part => part.Kind == PartKind.Character))
            _literal = string.Concat(rest.Select(part => char.ConvertFromUtf32(part.Character)));
    }

    private enum PartKind
    {
        Character,
        AnyCharacter,
        Star,
        Class,
    }

    /// <summary><c>**</c> alone between slashes.</summary>
    public bool IsAnyDepth { get; }

    /// <summary>False where the pattern can match nothing: an escape or a bracket without end, an unknown class, a lone surrogate.</summary>
    public static bool TryParse(ReadOnlySpan<char> pattern, out GlobSegment[] segments)
    {
        segments = [];
        var runes = new List<int>(pattern.Length);
        while (!pattern.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(pattern, out var rune, out var used) != System.Buffers.OperationStatus.Done)
                return false;
            runes.Add(rune.Value);
            pattern = pattern[used..];
        }

        var found = new List<GlobSegment>();
        var parts = new List<Part>();
        var stars = 0;
        for (var i = 0; i < runes.Count; i++)
        {
            var c = runes[i];
            if (c == '*')
            {
                if (parts is not [.., { Kind: PartKind.Star }])
                    parts.Add(new(PartKind.Star));
                stars++;
                continue;
            }

            if (c == '\\' && ++i == runes.Count)
                return false;
            if (runes[i] == '/')
            {
                found.Add(Close(parts, stars));
                stars = 0;
            }
            else if (c == '[')
            {
                if (GlobClass.Parse(runes, ref i) is not { } set)
                    return false;
                parts.Add(new(PartKind.Class, 0, set));
            }
            else
            {
                parts.Add(c == '?' ? new(PartKind.AnyCharacter) : new(PartKind.Character, runes[i]));
            }
        }

        found.Add(Close(parts, stars));
        segments = [.. found];
        return true;
    }

    /// <summary>Whether one name (without slashes) matches.</summary>
    public bool MatchesName(ReadOnlySpan<char> name)
    {
        if (_literal is not null)
            return _anyStart ? name.EndsWith(_literal, StringComparison.Ordinal) : name.SequenceEqual(_literal);
        int part = 0, at = 0, retryPart = -1, retryAt = 0;
        while (at < name.Length)
        {
            if (part < _parts.Length && _parts[part].Kind == PartKind.Star)
            {
                (retryPart, retryAt) = (++part, at);
                continue;
            }

            var (character, width) = CharacterAt(name, at);
            if (part < _parts.Length && _parts[part].Takes(character))
            {
                part++;
                at += width;
                continue;
            }

            if (retryPart < 0)
                return false;
            retryAt += CharacterAt(name, retryAt).Width;
            (part, at) = (retryPart, retryAt);
        }

        while (part < _parts.Length && _parts[part].Kind == PartKind.Star)
            part++;
        return part == _parts.Length;
    }

    private static GlobSegment Close(List<Part> parts, int stars)
    {
        var segment = new GlobSegment(parts, stars > 1 && parts.Count == 1);
        parts.Clear();
        return segment;
    }

    private static (int Character, int Width) CharacterAt(ReadOnlySpan<char> text, int at) =>
        Rune.DecodeFromUtf16(text[at..], out var rune, out var width) == System.Buffers.OperationStatus.Done
            ? (rune.Value, width)
            : (text[at], 1);

    private readonly record struct Part(PartKind Kind, int Character = 0, GlobClass? Class = null)
    {
        public bool Takes(int character) => Kind switch
        {
            PartKind.Character => character == Character,
            PartKind.AnyCharacter => true,
            PartKind.Class => Class!.Holds(character),
            _ => false,
        };
    }
}
